import SupportJSON
import Testing

/// A value that is none of a type's cases is refused with the list of them, never with the type's
/// name.
struct ChoiceTests {
    private enum Kind: String, Codable, CaseIterable { case admin, ftp, ssh }
    private enum Size: Int, Codable, CaseIterable { case small = 1, large = 3 }
    private enum Hidden: String, Codable { case one }

    private struct Sample: Codable {
        var kind: Kind?
        var kinds: [Kind]?
        var size: Size?
        var hidden: Hidden?
        var named: [String: Kind]?
    }

    private func fault(_ text: String) throws -> String? {
        let document = try JSONDocument(text: text)
        do {
            _ = try StrictJSONDecoder.decode(
                Sample.self, from: document.root, unknownMembers: .refused)
            return nil
        } catch {
            return error.description
        }
    }

    @Test(arguments: [
        (#"{"kind":"sftp"}"#, "kind: not one of admin, ftp, ssh"),
        (#"{"kind":""}"#, "kind: not one of admin, ftp, ssh"),
        (#"{"kinds":["ftp","sftp"]}"#, "kinds[1]: not one of admin, ftp, ssh"),
        (#"{"size":2}"#, "size: not one of 1, 3"),
        (#"{"hidden":"two"}"#, "hidden: not a value that is known here"),
        (#"{"named":{"a":"x"}}"#, "named.a: not one of admin, ftp, ssh"),
    ])
    func inWords(text: String, wanted: String) throws {
        #expect(try fault(text) == wanted)
    }

    @Test func aWrongTypeIsStillReportedAsOne() throws {
        #expect(try fault(#"{"kind":7}"#)?.contains("Cannot") == false)
        #expect(try fault(#"{"kind":"ssh","kinds":[],"size":3}"#) == nil)
    }
}
