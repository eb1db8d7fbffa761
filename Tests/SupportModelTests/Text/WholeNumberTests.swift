import SupportModel
import Testing

struct WholeNumberTests {
    @Test(arguments: [("0", 0), ("007", 7), ("9223372036854775807", Int.max)])
    func digitsAreRead(text: String, number: Int) {
        #expect(Int(digits: text) == number)
    }

    @Test(arguments: ["", "-1", "+1", " 1", "1 ", "٣", "１", "1e3", "0x1", "9223372036854775808"])
    func anythingElseIsNot(text: String) {
        #expect(Int(digits: text) == nil)
    }

    @Test func atMostSoManyDigits() {
        #expect(Int(digits: "999", digitsMax: 3) == 999)
        #expect(Int(digits: "0999", digitsMax: 3) == nil)
    }

    @Test(arguments: [(0, "000"), (7, "007"), (999, "999"), (1000, "1000")])
    func zerosStandInFront(number: Int, text: String) {
        #expect(number.padded(to: 3) == text)
    }

    @Test(arguments: [
        (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (120_000, "1200.00"), (-9_550, "-95.50"),
        (Int.min, "-92233720368547758.08"),
    ])
    func hundredthsAreWritten(number: Int, text: String) {
        #expect(number.hundredths == text)
    }

    @Test(arguments: [("0", 0), ("0.01", 1), ("95.5", 9550), ("95.05", 9505), ("9999.99", 999_999)])
    func hundredthsAreRead(text: String, number: Int) {
        #expect(Int(hundredths: text, wholeDigitsMax: 4) == number)
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "1.005", "-1", "+1", "1,50", "1 000", "1e3", "10000", "1.2.3", "٣",
    ])
    func whatIsNoHundredths(text: String) {
        #expect(Int(hundredths: text, wholeDigitsMax: 4) == nil)
    }
}
