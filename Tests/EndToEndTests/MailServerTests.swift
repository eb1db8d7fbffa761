import SupportSystem
import SupportTestKit
import Testing

/// A real mail server, Debian's exim4, delivers to a real desk by pipe and by LMTP, also while the desk
/// is away.
@Suite(
    .enabled(
        if: ["/usr/sbin/exim4", "/usr/bin/systemd-socket-activate", "/usr/sbin/runuser"]
            .allSatisfy(RunningProgram.exists) && InstalledMailServer.canTry(),
        "needs root, exim4 and systemd-socket-activate, and programs that exim4's user may run"))
struct MailServerTests {
    /// Sets the mail server up in a directory of its own. In the environment: DIR, the directory,
    /// SOCKET and BIN.
    private static let setUp = """
        chmod 755 "$DIR"; mkdir "$DIR/spool"; chown Debian-exim "$DIR/spool"
        cat >"$DIR/exim.conf" <<END
        spool_directory = $DIR/spool
        log_file_path = $DIR/spool/%slog
        primary_hostname = mx.desk.test
        keep_environment =
        begin routers
        pipe:
          driver = accept
          local_parts = pipe
          transport = pipe
        lmtp:
          driver = accept
          local_parts = lmtp
          transport = lmtp
        begin transports
        pipe:
          driver = pipe
          command = $BIN/supportc --socket $SOCKET ticket mail
          user = Debian-exim
          return_path_add
          temp_errors = 75
          log_output
        lmtp:
          driver = lmtp
          socket = $DIR/lmtp.sock
          user = Debian-exim
        begin retry
        * * F,1h,1s
        END
        systemd-socket-activate --accept --inetd --listen="$DIR/lmtp.sock" -- \\
            "$BIN/supportd-mail" --lmtp --socket "$SOCKET" >"$DIR/lmtp.log" 2>&1 &
        echo $! >"$DIR/listener"
        until [ -S "$DIR/lmtp.sock" ]; do sleep 0.05; done
        chmod 666 "$DIR/lmtp.sock"
        """

    private static let send = """
        send() {
            printf 'From: it@acme.test\\nMessage-ID: <%s@acme.test>\\nSubject: %s\\n\\n%s\\n.dot\\n' \\
                "$2" "$3" "$2" | exim4 -C "$DIR/exim.conf" -odf -oi -f ann@acme.test "$1@desk.test"
        }
        waiting() { exim4 -C "$DIR/exim.conf" -bpc; }

        """

    @Test(.timeLimit(.minutes(2)))
    func deliversByPipeAndByLMTP() throws {
        let desk = try RunningDesk(
            .init(clock: nil, configuration: "\n[mail]\nusers = [\"Debian-exim\"]\n"))
        try desk.client().result(
            "client.add", #"{"client":"acme","name":"Acme","mails":["it@acme.test"]}"#)
        let bin = RunningPlace.program("supportc").split(separator: "/").dropLast()
        let variables =
            "DIR='\(desk.directory)' SOCKET='\(desk.socket)' BIN='/\(bin.joined(separator: "/"))'\n"
        func run(_ script: String) throws -> String {
            try RunningProgram.run("/bin/bash", ["-c", variables + Self.send + script]).output
        }
        _ = try run(Self.setUp)
        defer { _ = try? run("kill \"$(cat \"$DIR/listener\")\"") }

        #expect(try run("send pipe one 'by pipe' && waiting").hasSuffix("0\n"))
        #expect(try run("send lmtp two '[#1] by LMTP' && waiting").hasSuffix("0\n"))
        let shown = try desk.supportc("ticket", "show", "1").output
        #expect(shown.contains("Debian-exim:"), "\(shown)")
        #expect(shown.contains("\n    two\n    .dot\n"), "\(shown)")

        #expect(desk.terminate() == .exited(status: 0))
        #expect(try run("send pipe three away; send lmtp four away; waiting").hasSuffix("2\n"))
        try desk.start()
        #expect(try run("exim4 -C \"$DIR/exim.conf\" -qff; waiting").hasSuffix("0\n"))
        let log = try run("cat \"$DIR/spool/mainlog\"")
        let listed = try desk.supportc("ticket", "list", "--all", "-q").output
        #expect(listed == "3\n2\n1\n", "\(listed)\n\(log)")
    }

    /// Starts a mail server that takes everything by SMTP, and keeps it in one file. In the environment
    /// besides: PORT. Its own words and process are in the directory.
    private static let receive = """
        cat >"$DIR/receive.conf" <<END
        spool_directory = $DIR/received
        log_file_path = $DIR/received/%slog
        primary_hostname = mx.desk.test
        keep_environment =
        deliver_drop_privilege
        acl_smtp_rcpt = take
        begin acl
        take:
          accept
        begin routers
        file:
          driver = accept
          transport = file
        begin transports
        file:
          driver = appendfile
          file = $DIR/received/taken
          envelope_to_add
        END
        chmod 755 "$DIR"; mkdir "$DIR/received"; chown Debian-exim "$DIR/received"
        exim4 -C "$DIR/receive.conf" -bdf -oX "127.0.0.1.$PORT" >"$DIR/receive.log" 2>&1 &
        echo $! >"$DIR/receiver"
        """

    @Test(.timeLimit(.minutes(2)))
    func takesNoticesAndReplies() throws {
        let port = Int.random(in: 20_000..<30_000)
        let desk = try RunningDesk(
            .init(
                clock: nil,
                configuration: """

                    [mail]
                    users = ["Debian-exim"]
                    [notices]
                    domain = "desk.test"
                    group = "0s"
                    first_wait = "1s"
                    longest_wait = "1s"
                    [smtp]
                    host = "127.0.0.1"
                    port = \(port)
                    security = "none"
                    from = "desk@desk.test"
                    [[route]]
                    name = "ops"
                    events = ["ticket-opened"]
                    to = ["ops@desk.test"]
                    """, startsWorker: true))
        try desk.client().result(
            "client.add", #"{"client":"acme","name":"Acme","mails":["it@acme.test"]}"#)
        let bin = RunningPlace.program("supportc").split(separator: "/").dropLast()
        let variables =
            "DIR='\(desk.directory)' PORT='\(port)' SOCKET='\(desk.socket)' "
            + "BIN='/\(bin.joined(separator: "/"))'\n"
        func run(_ script: String) throws -> String {
            try RunningProgram.run("/bin/bash", ["-c", variables + script]).output
        }
        // What is sent while nobody listens is tried again.
        _ = try run(
            """
            printf 'From: it@acme.test\\nMessage-ID: <one@acme.test>\\nSubject: Größe\\n\\nwords\\n' |
                "$BIN/supportc" --socket "$SOCKET" ticket mail
            """)
        try desk.supportc("ticket", "reply", "1", "Mended — see you.")
        _ = try run(Self.receive)
        defer { _ = try? run("kill \"$(cat \"$DIR/receiver\")\"") }
        var taken = ""
        let isThere = try RunningProgram.eventually(within: .seconds(60)) {
            taken = try run("cat \"$DIR/received/taken\" 2>/dev/null || true")
            return taken.contains("Envelope-to: ops@desk.test\n")
                && taken.contains("Envelope-to: it@acme.test\n")
        }
        let log = try run("cat \"$DIR/receive.log\" \"$DIR\"/received/*log")
        #expect(isThere, "\(taken)\n\(log)")
        // The reply stands in the client's thread, and its identifier names the ticket.
        #expect(taken.contains("In-Reply-To: <one@acme.test>\n"), "\(taken)")
        let identifiers = taken.split(separator: "\n").filter { $0.hasPrefix("Message-ID:") }
        #expect(identifiers.count == 2 && Set(identifiers).count == 2, "\(identifiers)")
        #expect(identifiers.allSatisfy { $0.hasSuffix(".t1@desk.test>") }, "\(identifiers)")
    }
}

/// Debian's exim4 as a test can use it.
private enum InstalledMailServer {
    /// Whether the mail server's user may run the programs.
    static func canTry() -> Bool {
        let tried = try? RunningProgram.run(
            "/usr/sbin/runuser",
            ["-u", "Debian-exim", "--", RunningPlace.program("supportd-mail"), "--version"])
        return tried?.end == .exited(status: 0)
    }
}
