import SupportJSON
import Testing

struct NumeralTests {
    private func slice(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

    @Test func decimalDigitsAreReadAndWritten() {
        for number in [0, 7, 10, 9_223_372_036_854_775_807] as [UInt64] {
            var bytes: [UInt8] = []
            DecimalText.append(number, to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == "\(number)")
            #expect(DecimalText.number(bytes[...]) == number)
        }
    }

    @Test(arguments: [
        "", "00", "01", "-1", "+1", "1a", "1:", "1/", "9223372036854775808",
        "10000000000000000000",
    ])
    func otherDecimalTextIsRefused(text: String) {
        #expect(DecimalText.number(slice(text)) == nil)
    }

    @Test func hexadecimalDigitsAreReadAndWritten() {
        var bytes: [UInt8] = []
        Hexadecimal.append(0x01_23AF, digits: 8, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "000123af")
        #expect(Hexadecimal.number(bytes[...]) == 0x01_23AF)
        #expect(Hexadecimal.number(slice("fedcba9876543210")) == 0xFEDC_BA98_7654_3210)
        #expect(Hexadecimal.text([0, 255, 16]) == "00ff10")
    }

    @Test(arguments: ["A", "F", "g", "/", ":", "0x1", "00000000000000000"])
    func otherHexadecimalTextIsRefused(text: String) {
        #expect(Hexadecimal.number(slice(text)) == nil)
    }
}
