import Testing

/// R6 at the command line: where a secret goes in and out, and what people see of the rest.
struct CredentialTests {
    private static let access =
        #"{"client":"acme","project":"shop","kind":"ssh","user":"deploy","#
        + #""address":"shop.example.com","set_at":"2026-11-23T18:32:54.000Z","#
        + #""set_by":"alice:1000","looks":2,"last_look":{"at":"2026-11-24T08:00:00.000Z","#
        + #""by":"olena:1001","reason":"ticket 12"},"key":"00112233aabbccdd","version":7}"#

    private static let admin =
        #"{"client":"acme","kind":"admin","set_at":"2026-11-23T18:32:54.000Z","#
        + #""set_by":"alice:1000","looks":0,"key":"00112233aabbccdd","version":8}"#

    private func set(_ input: String) -> Run {
        Run("access", "set", "acme", "ssh", result: Self.access) { $0.input = Array(input.utf8) }
    }

    @Test(
        "one line loses its end, several keep theirs",
        arguments: [
            ("pw\n", "pw"), ("pw", "pw"), ("pw\r\n", "pw"), (" pw \n", " pw "), ("pw\r", #"pw\r"#),
            ("-----BEGIN\nk\n", #"-----BEGIN\nk\n"#), ("a\nb", #"a\nb"#), ("pw\n\n", #"pw\n\n"#),
            ("a\r\nb\r\n", #"a\r\nb\r\n"#), ("pässwörd\n", "pässwörd"),
        ])
    func lineEnds(input: String, kept: String) {
        #expect(
            set(input).params == #"{"client":"acme","kind":"ssh","secret":"\#(kept)"}"#)
    }

    @Test func setSaysWhatItDidAndNotTheSecret() {
        let run = Run(
            "access", "set", "acme", "ssh", "--project", "shop", "--user", "deploy", "--address",
            "shop.example.com", "--key", "k1", result: Self.access
        ) { $0.input = Array("geheim\n".utf8) }
        #expect(
            run.params == """
                {"client":"acme","kind":"ssh","project":"shop","user":"deploy",\
                "address":"shop.example.com","secret":"geheim","idempotency_key":"k1"}
                """)
        #expect(
            run.output
                == "ssh access of acme, project shop set, sealed with key 00112233aabbccdd\n")
        #expect(run.errors.isEmpty)
    }

    @Test(
        "what cannot be a secret is refused here, and nothing of it is shown or sent",
        arguments: ["", "\n", " \n", "geheim\u{0}\n", "geheim\u{1B}[2J"])
    func wrongSecret(input: String) {
        let run = set(input)
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
        #expect(run.errors.hasPrefix("supportc: the secret "))
        #expect(!run.errors.contains("geheim"))
    }

    @Test func aSecretIsBounded() {
        let most = String(repeating: "x", count: 16_384)
        #expect(set(most + "\n").code == 0)
        #expect(set(most + "\r\n").code == 0)
        for more in [most + "x", most + "x\n", most + String(repeating: "x", count: 1_000_000)] {
            let run = set(more)
            #expect(run.errors.hasPrefix("supportc: the secret is longer than 16384 bytes\n"))
            #expect(run.sent.isEmpty)
        }
    }

    @Test func aSecretIsUTF8() {
        let run = Run("access", "set", "acme", "ssh") { $0.input = [0xC3, 0x28] }
        #expect(
            run.said
                == "supportc: the secret is not UTF-8 text; write what is binary in base64\n")
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
    }

    @Test(
        "a terminal is asked twice without showing it",
        arguments: [
            (["geheim", "geheim"], 0), (["geheim", "gehiem"], 2), (["geheim"], 2), ([], 2),
        ])
    func terminal(typed: [String], code: Int) {
        let run = Run("access", "set", "acme", "ssh", result: Self.access) {
            $0.inputIsTerminal = true
            $0.typed = typed
        }
        #expect(Int(run.code) == code)
        #expect(run.errors.hasPrefix("secret for the ssh access of acme: \n"))
        #expect(!(run.errors + run.output).contains("geheim"))
        #expect(run.sent.count == (code == 0 ? 1 : 0))
    }

    private func reveal(_ more: String..., answer: String, onTerminal: Bool = false) -> Run {
        Run(
            ["access", "reveal", "acme", "ssh", "--reason", "ticket 12"] + more,
            desk: FakeDesk(result: answer)
        ) { $0.outputIsTerminal = onTerminal }
    }

    @Test func revealPrintsExactlyTheSecret() {
        let answer = #"{"access":\#(Self.access),"secret":"-----BEGIN\nk\n"}"#
        let run = reveal("--project", "shop", "--stdout", answer: answer)
        #expect(run.output == "-----BEGIN\nk\n")
        #expect(run.errors.isEmpty)
        #expect(
            run.params
                == #"{"client":"acme","kind":"ssh","project":"shop","reason":"ticket 12"}"#)
        let short = #"{"access":\#(Self.access),"secret":"pw"}"#
        #expect(reveal("--stdout", answer: short).output == "pw")
        #expect(reveal(answer: short, onTerminal: true).output == "pw\n")
        #expect(reveal("-q", answer: short, onTerminal: true).output == "pw\n")
        #expect(
            reveal("--json", "--stdout", answer: short).output
                == #"{"v":1,"access":\#(Self.access),"secret":"pw"}"# + "\n")
    }

    @Test(
        "a secret goes to a file or a pipe only if that is said",
        arguments: [[], ["--json"], ["-q"]])
    func revealRefusesAFile(more: [String]) {
        let run = Run(
            ["access", "reveal", "acme", "ssh", "--reason", "r"] + more,
            desk: FakeDesk(result: "{}"))
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
        #expect(run.errors.contains("--stdout"))
    }

    @Test func revealWantsAReasonAndNoKey() {
        for more in [[], ["--reason", "r", "--key", "k"]] {
            let run = Run(
                ["access", "reveal", "acme", "ssh", "--stdout"] + more,
                desk: FakeDesk(result: "{}"))
            #expect(run.code == 2)
            #expect(run.sent.isEmpty)
        }
    }

    @Test func trySaysWhatFails() {
        let url = "sftp://shop.example.com"
        let good =
            #"{"access":\#(Self.access),"url":"\#(url)","logged_in":true,"#
            + #""detail":"the key was accepted"}"#
        let run = Run("access", "try", "acme", "ssh", "--project", "shop", result: good)
        #expect(run.params == #"{"client":"acme","kind":"ssh","project":"shop"}"#)
        #expect(
            run.output == """
                ssh access of acme, project shop: logged in as deploy at \(url)
                  the key was accepted

                """)
        #expect(run.code == 0)
        let bad =
            #"{"access":\#(Self.access),"url":"\#(url)","logged_in":false,"failed_at":"connect","#
            + #""detail":"refused"}"#
        let failed = Run("access", "try", "acme", "ssh", result: bad)
        #expect(
            failed.output == """
                ssh access of acme, project shop: no login as deploy at \(url)
                  the connection: refused

                """)
        #expect(failed.code == 3)
        #expect(Run("access", "try", "acme", "ssh", "-q", result: bad).output.isEmpty)
    }

    @Test func listShowsWhatIsThereAndWhatIsMissing() {
        let answer =
            #"{"access":[\#(Self.admin),\#(Self.access)],"#
            + #""missing":[{"client":"acme","project":"shop","kinds":["ftp"]}]}"#
        let desk = FakeDesk(greeting: FakeDesk.greeting(at: "2027-01-02T18:41:00.000Z")) { _, _ in
            .result(answer)
        }
        #expect(
            Run(["access", "list", "acme"], desk: desk).output == """
                CLIENT  PROJECT  KIND   USER     ADDRESS           SET       BY          LOOKS  LAST LOOK          BY
                acme             admin                             40 d ago  alice:1000      0
                acme    shop     ssh    deploy   shop.example.com  40 d ago  alice:1000      2  2026-11-24 08:00Z  olena:1001
                acme    shop     ftp    MISSING

                """)
        #expect(
            Run("access", "list", "-q", result: answer).output
                == "acme admin\nacme ssh --project shop\n")
        #expect(
            Run("access", "list", result: #"{"access":[],"missing":[]}"#).errors == "no access\n")
    }

    @Test func verifySaysWhatStaysClosed() {
        let good = #"{"checked":2,"key":"00aa","closed":[],"missing":[]}"#
        let run = Run("access", "verify", result: good)
        #expect(run.output == "2 secrets, key 00aa: all open\n")
        #expect(run.code == 0)
        let old = #"{"checked":2,"key":"00aa","old":1,"closed":[],"missing":[]}"#
        #expect(
            Run("access", "verify", result: old).output == """
                2 secrets, key 00aa: all open
                  1 still sealed with the old key; supportc access reseal changes that

                """)
        let empty = #"{"checked":0,"closed":[],"missing":[]}"#
        #expect(Run("access", "verify", result: empty).output == "0 secrets: nothing to open\n")
        let bad =
            #"{"checked":2,"key":"00aa","closed":[{"client":"acme","kind":"ftp","#
            + #""why":"it is damaged"}],"missing":[{"client":"boot","kinds":["admin","ssh"]}]}"#
        let closed = Run("access", "verify", result: bad)
        #expect(
            closed.output == """
                2 secrets, key 00aa: 1 closed
                  ftp access of acme: it is damaged
                  boot: admin, ssh missing

                """)
        #expect(closed.code == 3)
        #expect(Run("access", "verify", "-q", result: bad).output == "acme ftp\n")
    }

    @Test func resealSaysWhatIsLeft() {
        let done = Run(
            "access", "reseal", result: #"{"resealed":3,"left":0,"key":"00aa","closed":[]}"#)
        #expect(done.output == "3 secrets sealed with key 00aa\n")
        #expect(done.code == 0)
        let more = Run(
            "access", "reseal",
            result: #"{"resealed":1,"left":2,"key":"00aa","closed":["#
                + #"{"client":"acme","kind":"ftp","why":"it is damaged"}]}"#)
        #expect(
            more.output == """
                1 secret sealed with key 00aa
                  2 left; repeat the command
                  ftp access of acme: it is damaged

                """)
        #expect(more.code == 3)
    }

    @Test func removeSaysWhat() {
        let run = Run(
            "access", "remove", "acme", "ssh", "--project", "shop",
            result: #"{"client":"acme","project":"shop","removed":"ssh"}"#)
        #expect(run.output == "ssh access of acme, project shop removed\n")
        #expect(run.params == #"{"client":"acme","kind":"ssh","project":"shop"}"#)
    }

    @Test(
        "wrong words are refused before anything is read or sent",
        arguments: [
            ["access", "set", "acme", "telnet"], ["access", "set", "Acme", "ssh"],
            ["access", "set", "acme"], ["access", "reveal", "acme", "SSH"], ["access"],
            ["access", "set", "acme", "ssh", "geheim"],
        ])
    func wrongWords(arguments: [String]) {
        let run = Run(arguments, desk: FakeDesk(result: "{}"))
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
    }

    @Test func otherPagesMentionWhatIsMissing() {
        let answer =
            #"{"client":\#(Samples.client),"contracts":[],"live_tickets":0,"monitors":0,"#
            + #""missing_access":[{"client":"acme","kinds":["admin","ftp"]},"#
            + #"{"client":"acme","project":"shop","kinds":["ssh"]}]}"#
        #expect(
            Run("client", "show", "acme", result: answer).output
                .contains("access    admin, ftp missing; shop: ssh missing\n"))
        let status = StatusTests.status.dropLast() + #","missing_access":3}"#
        #expect(
            Run("status", result: String(status)).output
                .contains("access         3 missing; supportc access list shows which\n"))
    }
}
