import SupportModel
import Testing

/// Which characters a host, a URL and a path may hold, byte by byte, and how a URL is taken apart.
struct AddressTests {
    private static let digits = "0123456789"
    private static let letters = "abcdefghijklmnopqrstuvwxyz"
    private static let hexadecimal = "abcdefABCDEF" + digits
    /// All of ASCII.
    private static let characters = (UInt8(0)...127).map { Character(Unicode.Scalar($0)) }

    @Test func aNameIsOfLettersDigitsDotsDashesAndUnderscores() {
        let allowed = Self.letters + Self.letters.uppercased() + Self.digits + ".-_"
        for character in Self.characters where character != ":" {
            let taken = HostRule.problem("a\(character)b") == nil
            #expect(taken == allowed.contains(character), "\(character.debugDescription)")
        }
        #expect(HostRule.problem("shöp") != nil)
    }

    @Test func anAddressIsOfHexadecimalDigitsColonsAndDots() {
        let allowed = Self.hexadecimal + ":."
        for character in Self.characters {
            let taken = HostRule.problem("fe80::\(character)1") == nil
            #expect(taken == allowed.contains(character), "\(character.debugDescription)")
        }
        #expect(HostRule.problem("::ffff:192.0.2.1") == nil)
    }

    @Test func aURLIsOfVisibleASCII() {
        for character in Self.characters {
            let taken = HTTPCheck(url: "http://shop/a\(character)b").problem() == nil
            let isVisible = character.isASCII && character > " " && character < "\u{7F}"
            #expect(taken == isVisible, "\(character.debugDescription)")
        }
    }

    @Test func aPathHasNoControlCharacters() {
        for character in Self.characters {
            let taken = DiskCheck(path: "/srv\(character)x").problem() == nil
            let isControl = character < " " || character == "\u{7F}"
            #expect(taken == !isControl, "\(character.debugDescription)")
        }
        #expect(DiskCheck(path: "/srv/böot").problem() == nil)
    }

    /// The parts of a URL, or what is wrong with it.
    private func parts(_ url: String) -> String {
        switch SiteAddress.read(url) {
        case .address(let it):
            "\(it.isEncrypted ? "https" : "http") \(it.host) \(it.port.map(String.init) ?? "-")"
        case .problem(let problem): "\(problem)"
        }
    }

    @Test(arguments: [
        ("https://shop.example.com/", "https shop.example.com -"),
        ("HTTPS://shop.example.com", "https shop.example.com -"),
        ("http://shop.example.com:8080/a:1?b#c", "http shop.example.com 8080"),
        ("http://shop?a:b@c", "http shop -"), ("http://shop#a:b", "http shop -"),
        // A port that is left empty is the usual one.
        ("http://shop:/", "http shop -"), ("http://[2001:db8::1]:/", "http 2001:db8::1 -"),
        ("https://[2001:db8::1]", "https 2001:db8::1 -"),
        ("https://[2001:db8::1]:443/", "https 2001:db8::1 443"),
    ])
    func aURLIsTakenApart(url: String, expected: String) {
        #expect(parts(url) == expected)
    }

    @Test(arguments: [
        ("http://ann@shop/", "credentials"),
        ("http://ann:secret@shop/", "credentials"),
        ("http://[::1]x/", "host"), ("http://[shop]:80/", "host"), ("http://a:b]/", "port"),
        ("http://shop:0x50/", "port"), ("http://shop:65536/", "port"),
        ("httpx://shop/", "scheme"),
    ])
    func aURLThatIsNoneSaysWhy(url: String, why: String) {
        #expect(parts(url).contains(why), "\(parts(url))")
    }
}
