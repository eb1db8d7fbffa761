import SupportJSON
import SupportTestKit
import Testing

/// Random values and random damage; each test names its seed when it fails.
@Suite struct RandomTreeTests {
    @Test(arguments: 1...200 as ClosedRange<UInt64>) func treesComeBack(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let tree = Tree.random(depth: 5, using: &random)
        let bytes = try LineJSONEncoder.encode(tree)
        let document = try JSONDocument(bytes)
        let again = try StrictJSONDecoder.decode(
            Tree.self, from: document.root, unknownMembers: .refused)
        #expect(again == tree, "seed \(seed)")
        #expect(try LineJSONEncoder.encode(again) == bytes, "seed \(seed)")
        #expect(Array(document.root.rawBytes) == bytes, "seed \(seed)")
        let laidOut = try JSONDocument(JSONLayout.indented(bytes))
        let third = try StrictJSONDecoder.decode(
            Tree.self, from: laidOut.root, unknownMembers: .refused)
        #expect(third == tree, "seed \(seed)")
    }

    /// What is read after any damage is UTF-8 and, written again, means the same.
    @Test(arguments: 1...100 as ClosedRange<UInt64>) func damagedBytes(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let whole = try LineJSONEncoder.encode(Tree.random(depth: 4, using: &random))
        var accepted = 0
        for _ in 0..<200 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                damage(&bytes, using: &random)
            }
            guard let document = try? JSONDocument(bytes) else { continue }
            accepted += 1
            #expect(String(validating: bytes, as: UTF8.self) != nil, "seed \(seed)")
            let tree = try StrictJSONDecoder.decode(
                Tree.self, from: document.root, unknownMembers: .refused)
            let written = try JSONDocument(LineJSONEncoder.encode(tree))
            let again = try StrictJSONDecoder.decode(
                Tree.self, from: written.root, unknownMembers: .refused)
            #expect(again == tree, "seed \(seed)")
        }
        #expect(accepted < 200, "seed \(seed)")
    }

    private func damage(_ bytes: inout [UInt8], using random: inout SeededRandom) {
        guard let at = bytes.indices.randomElement(using: &random) else { return }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[at] = .random(in: 0...255, using: &random)
        case 2: bytes.remove(at: at)
        default: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: at)
        }
    }
}
