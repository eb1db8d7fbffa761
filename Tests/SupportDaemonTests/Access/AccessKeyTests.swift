import Foundation
import SupportDaemon
import SupportModel
import SupportTestKit
import Testing

/// What is sealed opens with the same key at the same place, and nowhere else.
struct CredentialKeyTests {
    private let place = CredentialPlace(client: "acme", project: "shop", kind: .ssh)

    private func key(_ byte: UInt8 = 7) throws -> CredentialKey {
        try #require(CredentialKey([UInt8](repeating: byte, count: CredentialKey.bytesCount)))
    }

    @Test("a key has 32 bytes", arguments: [0, 1, 31, 33, 64])
    func size(count: Int) {
        #expect(CredentialKey([UInt8](repeating: 1, count: count)) == nil)
    }

    @Test("what was sealed opens exactly", arguments: [1, 2, 254, 255, 256, 257, 16_384])
    func roundTrip(bytes: Int) throws {
        let key = try key()
        for end in ["\n", "\u{80}", "\u{0}", "é", ""] {
            let secret = String(repeating: "k", count: bytes) + end
            let sealed = try key.seal(secret, for: place, inRecord: 7)
            #expect(key.open(sealed, for: place, inRecord: 7) == secret)
            #expect(sealed.key == key.mark)
        }
    }

    @Test("the same secret never gives the same box, and a box does not show its length")
    func nonces() throws {
        let key = try key()
        let boxes = try (0..<50).map { _ in try key.seal("geheim", for: place, inRecord: 7).box }
        #expect(Set(boxes).count == 50)
        let long = try key.seal(String(repeating: "x", count: 255), for: place, inRecord: 7)
        #expect(Set(boxes.map(\.utf8.count)) == [long.box.utf8.count])
        #expect(
            try key.seal(String(repeating: "x", count: 256), for: place, inRecord: 7).box.utf8.count
                > long.box.utf8.count)
    }

    @Test("a box that is moved to another client, project or kind stays closed")
    func moved() throws {
        let key = try key()
        let sealed = try key.seal("geheim", for: place, inRecord: 7)
        for other in [
            CredentialPlace(client: "boot", project: "shop", kind: .ssh),
            CredentialPlace(client: "acme", project: "shop", kind: .ftp),
            CredentialPlace(client: "acme", project: "blog", kind: .ssh),
            CredentialPlace(client: "acme", kind: .ssh),
        ] {
            #expect(key.open(sealed, for: other, inRecord: 7) == nil)
        }
    }

    @Test("a box with any bit flipped, cut or of another key stays closed")
    func damaged() throws {
        let key = try key()
        let sealed = try key.seal("geheim", for: place, inRecord: 7)
        let bytes = try #require(Data(base64Encoded: sealed.box))
        for index in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << UInt8(bit)
                let box = SealedSecret(box: flipped.base64EncodedString(), key: sealed.key)
                #expect(key.open(box, for: place, inRecord: 7) == nil)
            }
        }
        for box in [
            "", "AAAA", "no base64!", bytes.dropLast().base64EncodedString(),
            (bytes + [0]).base64EncodedString(), bytes.prefix(27).base64EncodedString(),
        ] {
            #expect(
                key.open(SealedSecret(box: box, key: sealed.key), for: place, inRecord: 7) == nil)
        }
        #expect(try self.key(8).open(sealed, for: place, inRecord: 7) == nil)
    }

    @Test("a box stays closed in the place of a later one")
    func replayed() throws {
        let key = try key()
        let sealed = try key.seal("geheim", for: place, inRecord: 7)
        for sequence in [0, 6, 8, 77, nil] as [UInt64?] {
            #expect(key.open(sealed, for: place, inRecord: sequence) == nil)
        }
        #expect(key.open(sealed, for: place, inRecord: 7) == "geheim")
    }

    @Test("a client's key opens with the desk's key, for that client, and nothing else")
    func clientKeys() throws {
        let (desk, other) = (try key(), try key(8))
        let made = try desk.makeKey(of: "acme")
        #expect(desk.unwrap(made.kept)?.mark == made.key.mark)
        #expect(made.kept.mark == made.key.mark)
        #expect(made.kept.wrapped.key == desk.mark)
        #expect(try desk.makeKey(of: "acme").key.mark != made.key.mark)
        var moved = made.kept
        moved.client = "boot"
        var renamed = made.kept
        renamed.mark = other.mark
        for wrong in [moved, renamed] { #expect(desk.unwrap(wrong) == nil) }
        #expect(other.unwrap(made.kept) == nil)
        let bytes = try #require(Data(base64Encoded: made.kept.wrapped.box))
        for index in bytes.indices {
            var flipped = made.kept
            var data = bytes
            data[index] ^= 1
            flipped.wrapped.box = data.base64EncodedString()
            #expect(desk.unwrap(flipped) == nil)
        }
        let again = try #require(try other.rewrap(made.kept, from: desk))
        #expect(other.unwrap(again)?.mark == made.key.mark)
        #expect(desk.unwrap(again) == nil)
        #expect(try other.rewrap(made.kept, from: other) == nil)
    }

    @Test("what an earlier release sealed opens with the desk's key")
    func earlierRelease() throws {
        let place = CredentialPlace(client: "acme", kind: .ssh)
        let box = try #require(EarlierSecrets.events.first?.firstMatch(of: /"box":"([^"]+)"/)?.1)
        let sealed = SealedSecret(box: String(box), key: try key().mark)
        #expect(try key().open(sealed, for: place, inRecord: nil) == EarlierSecrets.ssh)
        #expect(try key().open(sealed, for: place, inRecord: 2) == nil)
    }

    @Test("the mark names a key and reveals nothing of it; digests are keyed")
    func marks() throws {
        let (one, two) = (try key(1), try key(2))
        #expect(one.mark != two.mark)
        #expect(one.mark == (try key(1)).mark)
        #expect(one.mark.utf8.count == 16)
        #expect(!one.mark.contains("0101"))
        #expect(one.digest([[1], [2]]) == one.digest([[1], [2]]))
        #expect(one.digest([[1], [2]]) != two.digest([[1], [2]]))
        #expect(one.digest([[1, 2]]) != one.digest([[1], [2]]))
    }
}
