import SupportJSON
import SupportSystem
import SupportTestKit
import Testing

/// Mail through the real programs, as a mail server hands it over.
struct MailTests {
    private static let configuration = """

        [mail]
        bytes_max = 65536
        authserv_id = "mx.desk.test"
        """

    private static func desk() throws -> RunningDesk {
        let desk = try RunningDesk(.init(configuration: configuration))
        try desk.client().result(
            "client.add", #"{"client":"acme","name":"Acme","mails":["ann@acme.test"]}"#)
        return desk
    }

    /// Runs the client with a mail on standard input.
    private static func deliver(
        _ mail: String, to desk: RunningDesk, _ options: String = "", socket: String? = nil
    ) throws -> (end: ProcessEnd, output: String) {
        let program = RunningPlace.program("supportc")
        let path = "\(desk.directory)/mail"
        try desk.write(mail, to: path)
        let said = try RunningProgram.run(
            "/bin/sh",
            [
                "-c",
                "exec '\(program)' --socket '\(socket ?? desk.socket)' ticket mail \(options) "
                    + "<'\(path)' 2>&1",
            ])
        return (said.end, said.output)
    }

    private static let mail = """
        Authentication-Results: mx.desk.test; dmarc=fail
        From: =?utf-8?q?J=C3=BCrgen?= <ann@acme.test>
        Message-ID: <1@acme.test>
        Subject: Shop =?utf-8?q?l=C3=A4uft?= nicht

        Die Kasse geht nicht.

        -- 
        Ann
        """

    @Test("a mail opens a ticket, its copy does nothing, an answer goes to it; over a restart")
    func threads() throws {
        let desk = try Self.desk()
        let first = try Self.deliver(Self.mail, to: desk)
        #expect(first.end == .exited(status: 0))
        #expect(first.output == "the mail opened ticket 1 of acme\n")
        desk.kill()
        try desk.start()
        let again = try Self.deliver(Self.mail, to: desk)
        #expect(again.output == "the mail went to ticket 1 of acme, as it came before\n")
        let answer = """
            From: ann@acme.test
            In-Reply-To: <1@acme.test>
            Subject: Re: Shop

            Jetzt doch.

            On 5 Jan 2026, Desk wrote:
            > Was?
            """
        #expect(try Self.deliver(answer, to: desk).output == "the mail went to ticket 1 of acme\n")
        let shown = try desk.supportc("ticket", "show", "1").output
        for line in [
            "ticket 1: Shop läuft nicht", "  Die Kasse geht nicht.",
            "    mail from Jürgen <ann@acme.test>", "    its origin is in doubt: dmarc=fail",
            "    Jetzt doch.", "    [2 lines of quoted text; --full shows them]",
        ] {
            #expect(shown.contains(line + "\n"), "\(line) is missing in\n\(shown)")
        }
        #expect(!shown.contains("Was?"))
        #expect(try desk.supportc("ticket", "show", "1", "--full").output.contains("| > Was?\n"))
    }

    @Test("what is held is listed, shown, filed and discarded")
    func held() throws {
        let desk = try Self.desk()
        for number in 1...2 {
            let mail =
                "From: who@x.test\nMessage-ID: <\(number)@x>\nSubject: Hello\n\nI am \(number)."
            #expect(
                try Self.deliver(mail, to: desk).output
                    == "the mail is held as mail \(number): unknown-sender\n")
        }
        #expect(try desk.supportc("mail", "list", "-q").output == "1\n2\n")
        #expect(try desk.supportc("mail", "show", "2").output.contains("\n  I am 2.\n"))
        #expect(
            try desk.supportc("mail", "file", "1", "--client", "acme").output
                == "the mail opened ticket 1 of acme\n")
        #expect(
            try desk.supportc("mail", "discard", "2", "--reason", "spam").output
                == "mail 2 discarded\n")
        #expect(try desk.supportc("mail", "list").output.contains("no mails are held"))
        #expect(try desk.supportc("mail", "show", "2").code == 3)
    }

    @Test("whatever goes wrong is for now, but for a mail that is too long")
    func statuses() throws {
        let desk = try Self.desk()
        let statuses = try [
            Self.deliver(Self.mail, to: desk, socket: "/nowhere"),
            Self.deliver(Self.mail, to: desk, "--no-such-option"),
            Self.deliver(Self.mail, to: desk, "--decoder /nowhere"),
            Self.deliver("", to: desk),
            Self.deliver(Self.mail + String(repeating: "x", count: 65_536), to: desk),
        ].map(\.end)
        #expect(statuses == [75, 75, 75, 75, 69].map { .exited(status: $0) })
        #expect(try desk.client().wholeLog().count == 1, "only the client was added")
    }

    @Test("a mail whose decoder dies is held as it came")
    func decoderDies() throws {
        let desk = try Self.desk()
        let decoder = "\(desk.directory)/decoder"
        let digest = String(repeating: "0a", count: 32)
        try desk.write(
            "#!/bin/sh\necho '{\"digest\":\"\(digest)\"}'\ncat >/dev/null\nkill -SEGV $$\n",
            to: decoder)
        _ = try RunningProgram.run("/bin/chmod", ["755", decoder])
        let run = try Self.deliver(Self.mail, to: desk, "--decoder '\(decoder)'")
        #expect(run.output.hasSuffix("the mail is held as mail 1: undecoded\n"))
        let raw = try desk.client().result("mail.show", #"{"mail":1}"#).at("raw")?.string
        #expect(raw?.isEmpty == false)
        // One that does not even begin leaves the mail with the mail server.
        try desk.write("#!/bin/sh\nexit 1\n", to: decoder)
        #expect(
            try Self.deliver(Self.mail, to: desk, "--decoder '\(decoder)'").end
                == .exited(status: 75))
    }

    @Test("the decoder has given up everything before it looks at a mail")
    func closedIn() throws {
        let place = try RunningPlace()
        let program = RunningPlace.program("supportd-mail")
        // It stands while nobody reads what it writes, which is more than a pipe takes.
        let script = """
            mkfifo out
            { printf 'From: a@b\\nContent-Type: a/b\\n\\n'; head -c 400000 /dev/zero | tr '\\0' x; } >mail
            '\(program)' --decode <mail >out &
            exec 3<out
            for i in $(seq 200); do
                grep -q '^Seccomp:.2' /proc/$!/status && break
                sleep 0.05
            done
            grep -E '^(NoNewPrivs|Seccomp):' /proc/$!/status
            grep -E '^Max (address space|cpu time|open files)' /proc/$!/limits
            cat <&3 >/dev/null
            wait $! && echo ended
            """
        let run = try RunningProgram.run("/bin/bash", ["-c", "cd '\(place.path)'\n" + script])
        let words = run.output.split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(
            words == [
                "NoNewPrivs: 1", "Seccomp: 2", "Max cpu time 20 20 seconds",
                "Max open files 32 32 files", "Max address space 1073741824 1073741824 bytes",
                "ended",
            ])
    }
}
