import SupportClient
import SupportModel
import Testing

/// `supportc ticket attach` and `attachment`: what is sent, written and said.
struct AttachmentCommandTests {
    private static let hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

    /// A desk that stores what is sent as the greeting, and answers a ticket.
    private static func desk(content: String = hello) -> FakeDesk {
        FakeDesk { line, _ in
            line.contains("attachment.put")
                ? .result(#"{"next":5,"content":"\#(content)"}"#) : .result(Samples.ticket)
        }
    }

    @Test("a file is sent and named in one change over the same connection")
    func attach() {
        let run = Run(
            ["ticket", "attach", "12", "/tmp/shop/hello.txt", "--note", "as seen"],
            desk: Self.desk()
        ) { $0.files["/tmp/shop/hello.txt"] = Array("hello".utf8) }
        #expect(run.output == "hello.txt attached to ticket 12\n" && run.errors.isEmpty)
        #expect(run.sent.count == 2)
        #expect(
            run.sent.first?.contains(
                #""params":{"upload":1,"offset":0,"data":"aGVsbG8=","end":true}"#) == true)
        #expect(
            run.sent.last?.contains(
                #"{"ticket":12,"files":[{"content":"\#(Self.hello)","name":"hello.txt","#
                    + #""type":"text/plain","bytes":5}],"note":"as seen"}"#) == true)
    }

    @Test("standard input needs a name; a file may get another")
    func names() {
        let stream = Run(
            ["ticket", "attach", "12", "-", "--name", "a.log", "-q"], desk: Self.desk()
        ) { $0.input = Array("hello".utf8) }
        #expect(stream.output == "\(Self.hello)\n")
        #expect(stream.sent.last?.contains(#""name":"a.log""#) == true)
        for arguments in [
            ["-"], ["a", "b", "--name", "c"], ["-", "--name", "../x"], ["-", "--name", ""],
            ["/"], ["a\u{1b}"], ["-", "--name", "x", "--note", "-"],
            ["-", "--name", String(repeating: "x", count: 256)],
            (0...Limits.attachmentsPerRequestMax).map { "f\($0)" },
        ] {
            let run = Run(["ticket", "attach", "12"] + arguments, desk: Self.desk())
            #expect(run.code == 2 && run.sent.isEmpty, "\(arguments.prefix(4))")
        }
        let missing = Run(["ticket", "attach", "12", "/nonexistent"], desk: Self.desk())
        #expect(missing.code == 2 && missing.sent.isEmpty)
    }

    @Test("a file that was stored otherwise than it was sent is not named")
    func otherDigest() {
        let run = Run(
            ["ticket", "attach", "12", "a"],
            desk: Self.desk(content: String(repeating: "a", count: 64))
        ) { $0.files["a"] = Array("hello".utf8) }
        #expect(run.code == 5 && run.sent.count == 1)
    }

    private static func part(
        _ data: String = "aGVsbG8=", bytes: Int = 5, name: String = "hello.txt"
    ) -> FakeDesk {
        FakeDesk(
            result: #"{"attachment":{"content":"\#(hello)","name":"\#(name)","#
                + #""type":"text/plain","bytes":\#(bytes)},"data":"\#(data)"}"#)
    }

    @Test("a file that is fetched is written under its name, once, and never over another")
    func fetch() {
        var files: [String: [UInt8]] = [:]
        func run(_ arguments: String..., desk: FakeDesk = Self.part()) -> Run {
            var console: FakeConsole?
            let run = Run(["ticket", "attachment", "12", "hello.txt"] + arguments, desk: desk) {
                $0.files = files
                console = $0
            }
            files = console?.files ?? [:]
            return run
        }
        let first = run()
        #expect(first.output == "hello.txt: 5 bytes, text/plain\n" && first.code == 0)
        #expect(files == ["hello.txt": Array("hello".utf8)])
        files["hello.txt"] = [1]
        #expect(run().code == 2 && files["hello.txt"] == [1])
        #expect(run("--force").code == 0 && files["hello.txt"] == Array("hello".utf8))
        #expect(run("--output", "/tmp/x/").output.hasPrefix("/tmp/x/hello.txt: "))
        #expect(run("--output", "-").output == "hello")
        #expect(run("--output", "b", "-q").output == "b\n")
        #expect(run("--output", "c", "--json").output.contains(#""output":"c""#))
        #expect(run("--output", "-", "--json").code == 2)
        #expect(run("--output", "-", "--force").code == 2)
        files = [:]
        // What does not match its digest, or is cut short, is not written.
        #expect(run(desk: Self.part("aGVsbE8=")).code == 5 && files.isEmpty)
        #expect(run(desk: Self.part(bytes: 6)).code == 5 && files.isEmpty)
        #expect(run(desk: Self.part("a")).code == 5 && files.isEmpty)
    }

    @Test("a name that the desk sends never leads elsewhere")
    func hostileNames() {
        for (name, path) in [
            ("../../etc/passwd", "passwd"), ("/etc/passwd", "passwd"), ("a\\u0000b", "a_b"),
            ("..", "attachment"),
        ] {
            var console: FakeConsole?
            let run = Run(["ticket", "attachment", "12", "x"], desk: Self.part(name: name)) {
                console = $0
            }
            #expect(run.code == 0 && console?.files.keys.sorted() == [path], "\(name)")
        }
        let hidden = Run(["ticket", "attachment", "12", "x"], desk: Self.part(name: ".profile"))
        #expect(hidden.code == 2 && hidden.errors.contains("--output"))
    }

    @Test("base64 comes back as it was written, at every length")
    func base64() {
        for count in 0...70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            let text = Base64.text(of: bytes)
            #expect(Base64.bytes(of: text) == bytes)
            #expect(text.utf8.count == (count + 2) / 3 * 4)
        }
    }
}
