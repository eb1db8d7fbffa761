import SupportTOML
import SupportTestKit
import Testing

/// Any bytes are read or refused, and a fault stands inside them.
struct TOMLHostileTests {
    @Test func aTextHasAMostLength() throws {
        let most = TOMLLimits.textBytesMax
        #expect(TOMLText.read(String(repeating: "#", count: most)) == "{}")
        #expect(
            TOMLText.read(String(repeating: "#", count: most + 1))
                == "1:1: expected at most 1048576 bytes")
    }

    @Test func aKeyHasFewParts() {
        let path = Array(repeating: "a", count: TOMLLimits.keyPartsMax)
        let most = path.joined(separator: ".")
        for (text, column) in [("%=1", 17), ("[%]", 18), ("[[%]]", 19), ("a={%=1}", 20)] {
            #expect(TOMLText.read(text.replacing("%", with: most)).first == "{")
            #expect(
                TOMLText.read(text.replacing("%", with: "\(most).a"))
                    == "1:\(column): a key has more than 8 parts")
        }
    }

    @Test func listsAndInlineTablesNestTogether() {
        let most = TOMLLimits.nestingMax
        for (open, close, end) in [("[", "]", ""), ("{a=", "}", "1"), ("[{a=", "}]", "1")] {
            let pairs = open.utf8.count == 4 ? 2 : 1
            func text(_ depth: Int) -> String {
                "a=" + String(repeating: open, count: depth / pairs) + end
                    + String(repeating: close, count: depth / pairs)
            }
            #expect(TOMLText.read(text(most)).first == "{")
            #expect(TOMLText.read(text(most + pairs)).hasSuffix(": lists nest deeper than 32"))
        }
    }

    @Test func aNumberHasFewDigits() {
        let most = TOMLLimits.plainValueBytesMax
        let zeros = String(repeating: "0", count: most - 3)
        #expect(TOMLText.read("a=1.\(zeros)1") == "{a=1.0}")
        #expect(TOMLText.read("a=1.\(zeros)01") == "1:3: a number has too many digits")
    }

    /// Each of them would go deep, wide or around in circles in a careless reader.
    @Test(arguments: [
        "[", "{a=", "[[", "a.", "a=[", "a={b=", "\"", "'''", "\"\"\"", "\\", "[a]\n", "[[a]]\n",
        "a.b={", "\u{FEFF}", "0_", "[a.b.c.d.e.f.g.h]\n", "''", "{},", "\r",
    ])
    func whatIsRepeatedEnds(piece: String) throws {
        for start in ["", "a=[", "a=\"\"\"", "a=", "[x]\n"] {
            let text = start + String(repeating: piece, count: 30_000)
            try check(Array(text.utf8))
        }
    }

    private static let sample = """
        # ż
        "k \\u00e9" = 'x' # y
        [a.b]
        i = [ -1_0, 0xfF, 0o7, 0b1, +1.5e-3, inf, nan ]
        t = { x.y = true, z = \"""
        q\\
          r\""" }
        [[l]]
        d = 2026-12-01 07:32:00.5+01:00
        e = [[], {}, 1979-05-27, 07:32:00]
        [[l]]
        'm'.n = '''
        o'''

        """

    @Test func everyByteMayBeAnother() throws {
        let bytes = Array(Self.sample.utf8)
        #expect(TOMLText.read(Self.sample).first == "{")
        for place in bytes.indices {
            try check(Array(bytes[..<place]))
            for other in Array("\"'[]{}=.,#\\\n\r\t 0_-+eT:u".utf8) + [0, 127, 0x80, 0xC3, 0xFF] {
                var changed = bytes
                changed[place] = other
                try check(changed)
            }
        }
    }

    @Test func bytesMayStandAnywhere() throws {
        let seed = ChosenSeed()
        var random = seed.random
        let bytes = Array(Self.sample.utf8)
        for _ in 0..<3000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: changed.indices, using: &random)
                let piece = bytes[Int.random(in: bytes.indices, using: &random)...].prefix(9)
                let end = min(changed.count, place + Int.random(in: 0...9, using: &random))
                let other = [UInt8.random(in: 0...255, using: &random)]
                changed.replaceSubrange(place..<end, with: random.chance(80) ? Array(piece) : other)
            }
            try check(changed, seed)
        }
    }

    private func check(_ bytes: [UInt8], _ seed: ChosenSeed? = nil) throws {
        do throws(TOMLFault) {
            _ = try TOMLReader.read(bytes)
        } catch {
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
            let place = error.position
            try #require(
                (1...lines.count).contains(place.line),
                "\(error) \(bytes) \(String(describing: seed))")
            let characters = lines[place.line - 1].count { $0 & 0xC0 != 0x80 }
            #expect((1...characters + 1).contains(place.column), "\(error) \(bytes)")
        }
    }
}
