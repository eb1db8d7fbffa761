import SupportProbes
import Testing

struct NetworkAddressTests {
    /// 16 bytes: the first ones, zeros, the last ones.
    private static func six(_ first: [UInt8], _ last: [UInt8] = []) -> [UInt8] {
        first + [UInt8](repeating: 0, count: 16 - first.count - last.count) + last
    }

    @Test(
        arguments: [
            ([127, 0, 0, 1], "loopback 127.0.0.1"),
            ([127, 255, 255, 255], "loopback 127.255.255.255"),
            ([0, 0, 0, 0], "loopback 0.0.0.0"), ([126, 255, 255, 255], "- 126.255.255.255"),
            ([128, 0, 0, 0], "- 128.0.0.0"), ([169, 254, 169, 254], "link-local 169.254.169.254"),
            ([169, 253, 0, 1], "- 169.253.0.1"), ([169, 255, 0, 1], "- 169.255.0.1"),
            ([10, 0, 0, 1], "- 10.0.0.1"), ([1, 0, 0, 0], "- 1.0.0.0"),
            (six([]), "loopback ::"), (six([], [1]), "loopback ::1"),
            (six([], [2]), "loopback 0.0.0.2"), (six([], [1, 2, 3, 4]), "- 1.2.3.4"),
            (six([], [0xFF, 0xFF, 127, 0, 0, 1]), "loopback 127.0.0.1"),
            (six([], [0xFF, 0xFF, 169, 254, 1, 1]), "link-local 169.254.1.1"),
            (six([], [0xFF, 0xFF, 8, 8, 8, 8]), "- 8.8.8.8"),
            (six([0xFE, 0x80], [1]), "link-local fe80:0:0:0:0:0:0:1"),
            (six([0xFE, 0xBF], [1]), "link-local febf:0:0:0:0:0:0:1"),
            (six([0xFE, 0xC0], [1]), "- fec0:0:0:0:0:0:0:1"),
            (six([0x20, 0x01, 0x0D, 0xB8], [1]), "- 2001:db8:0:0:0:0:0:1"),
        ] as [([UInt8], String)])
    func nearness(bytes: [UInt8], wanted: String) throws {
        let address = try #require(NetworkAddress(bytes))
        #expect("\(address.nearness ?? "-") \(address)" == wanted)
    }

    @Test func otherLengthsAreNoAddress() {
        for count in [0, 3, 5, 15, 17] {
            #expect(NetworkAddress([UInt8](repeating: 1, count: count)) == nil)
        }
    }
}
