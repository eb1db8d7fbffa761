import Foundation
import SupportClient
import Testing

/// What `supportc backup` says, and what it takes from a desk.
struct BackupTests {
    /// A directory for one test, removed with it.
    private final class Place {
        let path = "/tmp/supportc-backup-\(UInt64.random(in: 0...UInt64.max))"
        var names: [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private static let list = """
        {"desk":"1f","seq":7,"chain":"2e","mark":"m\\n","at":"2026-11-30T18:00:00.000Z",\
        "release":"0.1.0","files":[{"name":"a","bytes":3,"digest":"1f"},\
        {"name":"b","bytes":4096,"digest":"2e","through":7}],"secrets":2}
        """

    /// A desk with two files, of which one part is answered like this.
    private static func desk(
        part: String = #"{"data":"QUJD","check":2285480319}"#, list: String = BackupTests.list
    ) -> FakeDesk {
        FakeDesk { line, _ in
            if line.contains("desk.backup") { return .result(list) }
            return .result(line.contains("\"offset\":0") ? part : #"{"data":"","check":0}"#)
        }
    }

    private static func run(_ desk: FakeDesk, _ place: Place, _ more: String...) -> Run {
        Run(["backup", place.path] + more, desk: desk)
    }

    @Test("the copies, their number and their size are told, and that the key is missing")
    func told() {
        let place = Place()
        let first = Self.run(Self.desk(), place)
        #expect(
            first.output == """
                backup in \(place.path), through record 7
                  files     2 files copied (6 bytes)
                  verified  the records by the desk, the copies by reading them back

                """)
        #expect(first.errors.hasPrefix("the key of 2 secrets is not in it; keep it elsewhere"))
        #expect(first.code == 0)
        #expect(place.names == ["a.copy", "b.7.copy", "backup.json"])
        let second = Self.run(Self.desk(), place)
        #expect(second.output.contains("  files     nothing new, 2 kept\n"))
        #expect(second.sent.count == 1)
        #expect(second.sent[0].contains(#""params":{"desk":"1f","seq":7,"chain":"2e"}"#))
        #expect(Self.run(Self.desk(), place, "-q").output == "7\n")
        let json = Self.run(Self.desk(), place, "--json").output
        #expect(json.contains(#""v":1,"directory":""#))
        #expect(json.contains(#""seq":7,"at":"2026-11-30T18:00:00.000Z","files":2,"copied":0,"#))
    }

    @Test(
        "a part that does not match its checksum, or is no base64, ends it, and nothing counts",
        arguments: [
            #"{"data":"QUJE","check":2285480319}"#, #"{"data":"QUJ","check":2285480319}"#,
            #"{"data":"QUJD","check":1}"#,
        ])
    func strangePart(part: String) {
        let place = Place()
        let run = Self.run(Self.desk(part: part), place)
        #expect(run.code == 5 && run.errors.contains("does not match its checksum"))
        #expect(place.names == [])
    }

    @Test("a list that names another place than the directory is not followed")
    func strangeName() {
        let place = Place()
        for name in ["../a", "/tmp/a", ".a"] {
            let list = Self.list.replacing(#""name":"a""#, with: #""name":"\#(name)""#)
            let run = Self.run(Self.desk(list: list), place)
            #expect(run.code == 5 && run.errors.contains("the name of another place"))
        }
        #expect(place.names == [])
    }

    @Test("a file that is gone has the desk asked again, and not for ever")
    func gone() {
        let gone = #"{"code":3,"message":"gone","data":{"error":"backup-file-gone"}}"#
        let desk = FakeDesk { line, _ in
            line.contains("desk.backup") ? .result(Self.list) : .error(gone)
        }
        let run = Self.run(desk, Place())
        #expect(run.code == 3)
        #expect(run.sent.filter { $0.contains("desk.backup") }.count == 5)
    }

    @Test("a list that was changed by hand is not gone on from")
    func strangeList() throws {
        let place = Place()
        #expect(Self.run(Self.desk(), place).code == 0)
        let file = URL(filePath: "\(place.path)/backup.json")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        try Data(text.replacing(#""seq":7"#, with: #""seq":6"#).utf8).write(to: file)
        let run = Self.run(Self.desk(), place)
        #expect(run.code == 1 && run.errors.contains("does not match its check"))
        #expect(run.sent == [])
    }

    @Test(
        "base64 is read as it is written",
        arguments: [
            ("", ""), ("QQ==", "A"), ("QUI=", "AB"), ("QUJD", "ABC"), ("+/+/", nil),
            ("QUJ", nil), ("Q===", nil), ("QQ=A", nil), ("QU-D", nil), ("QQ==QQ==", nil),
        ] as [(String, String?)])
    func base64(text: String, bytes: String?) {
        let found = Base64.bytes(of: text)
        if text == "+/+/" {
            #expect(found == [0xFB, 0xFF, 0xBF])
        } else {
            #expect(found == bytes.map { Array($0.utf8) })
        }
    }
}
