import SupportModel
import SupportProbes
import SupportTestKit
import Testing

struct StreamingSearchTests {
    private func finds(_ text: String, in pieces: [[UInt8]]) -> Bool {
        var search = StreamingSearch(for: text)
        for piece in pieces { piece.withUnsafeBytes { search.take($0) } }
        return search.isFound
    }

    /// The reference for the search: compares at every position, byte by byte.
    private func naive(_ text: String, in body: [UInt8]) -> Bool {
        let needle = Array(text.utf8)
        guard body.count >= needle.count else { return false }
        return (0...body.count - needle.count).contains {
            Array(body[$0..<$0 + needle.count]) == needle
        }
    }

    @Test(arguments: ["aab", "abab", "Kaufen", "ü", "xx", "a", "<b>", "aabaabaabb"])
    func splitAtEveryByteFindsWhatTheWholeHolds(text: String) {
        let bodies = [
            "aaab", "ababab", "Jetzt Kaufen!", "für", "x", "", "<b>aabaabaabaabb</b>", "a",
        ]
        for body in bodies.map({ Array($0.utf8) }) {
            let expected = naive(text, in: body)
            for cut in 0...body.count {
                for second in cut...body.count {
                    let pieces = [body[..<cut], body[cut..<second], body[second...]].map(Array.init)
                    #expect(finds(text, in: pieces) == expected, "\(text) in \(pieces)")
                }
            }
            #expect(finds(text, in: body.map { [$0] }) == expected)
        }
    }

    @Test func randomBodiesOfTwoLetters() {
        var numbers = SeededRandom(seed: 7)
        for _ in 0..<2000 {
            let body = (0..<40).map { _ in UInt8.random(in: 97...98, using: &numbers) }
            let length = Int.random(in: 1...8, using: &numbers)
            let needle = (0..<length).map { _ in UInt8.random(in: 97...98, using: &numbers) }
            let text = String(decoding: needle, as: UTF8.self)
            let cut = Int.random(in: 0...40, using: &numbers)
            let pieces = [Array(body[..<cut]), Array(body[cut...])]
            #expect(finds(text, in: pieces) == naive(text, in: body))
        }
    }
}
