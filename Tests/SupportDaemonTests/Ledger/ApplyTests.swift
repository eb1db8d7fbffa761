import SupportJSON
import SupportModel
import SupportWire
import Testing

/// `desk.apply` as the ledger answers it: the file's mistakes with their lines, and one record.
struct ApplyTests {
    private static let good = """
        [[staff]]
        name = "mia"
        role = "manager"

        [[client]]
        name = "acme"
        title = "Acme"

        [[contract]]
        client = "acme"
        package = "starter"
        from = "2026-01-01"
        months = 12
        manager = "mia"
        """

    private func ask(
        _ desk: LedgerUnderTest, _ text: String, _ more: String = "", file: String = "a.toml"
    ) async throws -> LedgerUnderTest.Answer {
        let request = ReplyLine.encoded(DeskApply(file: file, text: text)).text
        return try await desk.ask("desk.apply", String(request.dropLast()) + more + "}")
    }

    /// The mistakes of a file, `LINE KEY: problem`, with a check that the desk is as it was.
    private func mistakes(_ text: String) async throws -> [String] {
        let desk = try LedgerUnderTest()
        let answer = try await ask(desk, text)
        #expect(desk.log.submitted.isEmpty)
        #expect(answer.error?.code == .usage)
        #expect(answer.error?.data.error == "malformed-tables")
        #expect(answer.error?.message.hasPrefix("a.toml has ") == true)
        return (answer.error?.data.errors ?? []).map {
            "\($0.line) \($0.column ?? "-"): \($0.message); \($0.hint ?? "-")"
        }
    }

    @Test("a file is one record; again it is none; a rehearsal answers the same and is none")
    func oneRecord() async throws {
        let desk = try LedgerUnderTest()
        let dry = try await ask(desk, Self.good, #","dry_run":true"#)
        #expect(desk.log.submitted.isEmpty)
        let real = try await ask(desk, Self.good)
        #expect(desk.log.submitted.count == 1)
        #expect(real.text.replacing("false", with: "true") == dry.text)
        #expect(
            real.text.hasPrefix(
                #"{"changes":[{"kind":"staff","name":"mia","what":"added","details":[{"field":"role""#
            ))
        let again = try await ask(desk, Self.good)
        #expect(desk.log.submitted.count == 1)
        let outcomes = again.result?[member: "changes"]?.elements.map {
            $0[member: "what"]?.string
        }
        #expect(outcomes == ["unchanged", "unchanged", "unchanged"])
        let restarted = try LedgerUnderTest(desk.log.submitted)
        #expect(try await ask(restarted, Self.good).text == again.text)
    }

    @Test("a byte order mark and the line ends of other systems are taken")
    func otherEditors() async throws {
        let text = "\u{FEFF}" + Self.good.replacing("\n", with: "\r\n")
        let answer = try await ask(try LedgerUnderTest(), text)
        #expect(answer.error == nil)
    }

    @Test("a contract for the past says which cycles close at once")
    func closingAtOnce() async throws {
        let desk = try LedgerUnderTest(at: "2026-03-10T09:00:00Z")
        for more in [#","dry_run":true"#, ""] {
            let changes = try await ask(desk, Self.good, more).result?[member: "changes"]
            let closing = changes?.elements.compactMap { $0[member: "closing"] }.first
            #expect(closing.map { $0.elements.map { $0[member: "cycle"]?.int } } == [1, 2])
        }
        let again = try await ask(desk, Self.good)
        #expect(!again.text.contains("closing"))
    }

    @Test("the same key twice is the stored answer; with another file it is refused")
    func idempotencyKey() async throws {
        let desk = try LedgerUnderTest()
        let first = try await ask(desk, Self.good, #","idempotency_key":"k""#)
        #expect(first.text.contains("added"))
        #expect(try await ask(desk, Self.good, #","idempotency_key":"k""#).text == first.text)
        let other = try await ask(desk, "\n" + Self.good, #","idempotency_key":"k""#)
        #expect(other.error?.data.error == "key-conflict")
    }

    @Test("what is refused names the line of the key")
    func refused() async throws {
        let desk = try LedgerUnderTest()
        let text = Self.good.replacing("starter", with: "gold")
        let answer = try await ask(desk, text)
        #expect(answer.error?.code == .refused)
        #expect(
            answer.error?.message
                == "1 of 3 tables of a.toml was refused, so nothing was changed")
        #expect(answer.error?.data.errors?.map(\.line) == [11])
        #expect(answer.error?.data.errors?.map(\.column) == ["contract[0].package"])
        #expect(answer.error?.data.errors?.map(\.error) == ["unknown-package"])
        #expect(desk.log.submitted.isEmpty)
    }

    @Test("a table with an unknown name is told the nearest that the desk knows")
    func nearestName() async throws {
        let desk = try LedgerUnderTest()
        let answer = try await ask(desk, Self.good.replacing("starter", with: "startr"))
        let hint = answer.error?.data.errors?.first?.hint ?? ""
        #expect(hint.hasPrefix("did you mean starter?"), "\(hint)")
    }

    @Test("all mistakes are reported together")
    func everything() async throws {
        let listed = try await mistakes(
            """
            [[staff]]
            name = "Mia"
            role = "boss"
            mial = "m@a.example"
            [[client]]
            name = "acme"
            mails = "a@b.example"
            [[client]]
            title = "Acme"
            name = "acme"
            [[client]]
            title = "Acme 2"
            name = "acme"
            zone = "../etc"
            [[contract]]
            client = 7
            from = "2026-02-30"
            months = 0
            hours = "25"
            extra = "maybe"
            renewal = true
            [[clients]]
            """)
        #expect(
            listed == [
                #"2 staff[0].name: "Mia" is not a name; give \#(Name<Staff>.rule)"#,
                #"3 staff[0].role: "boss" is not one of the words; give one of viewer, engineer, manager, operator, in quotes"#,
                "4 staff[0].mial: there is no such key; did you mean mail?",
                "5 client[0].title: it is missing; give one line of 1 to 256 characters",
                "7 client[0].mails: it is a text; give a list of texts in quotes",
                #"13 client[2].name: "acme" is the name of client[1] already; give it another name"#,
                #"14 client[2].zone: "../etc" is no name of a zone; "#
                    + #"give a name of the IANA database in quotes, such as "Europe/Berlin""#,
                "15 contract[0].package: it is missing; give \(Name<PackageOffer>.rule)",
                "15 contract[0].manager: it is missing; give \(Name<Staff>.rule)",
                "16 contract[0].client: it is an integer; give \(Name<Client>.rule)",
                #"17 contract[0].from: "2026-02-30" is not a date; "#
                    + #"write YYYY-MM-DD in quotes, such as "2026-12-01""#,
                "18 contract[0].months: 0 is out of range; give an integer from 1 to 120",
                #"19 contract[0].hours: "25" is no hours and minutes; "#
                    + #"give hours from 1 to 74400, or with minutes in quotes, such as "7h30m""#,
                #"20 contract[0].extra: "maybe" is not one of the words; "#
                    + "give one of allow, ask, refuse, in quotes",
                "21 contract[0].renewal: it is a boolean; give one of manual, auto, in quotes",
                "22 clients: there is no such key; did you mean client?",
            ])
    }

    @Test(
        "what is no such file is refused with its line",
        arguments: [
            ("", "1 -: the file describes nothing"), ("\n# nothing\n", "1 -: the file describes"),
            ("[[staff]\n", "1 -: it is not TOML: expected ]"),
            ("\nfrom = 2026-12-01\n", "2 -: it is not TOML: expected a value; a text stands in"),
            (
                "[staff]\nname = \"a\"\n",
                "1 staff: it is a table; write 1 to 2000 tables, each under"
            ),
            ("staff = []\n", "1 staff: it holds 0; write 1 to 2000 tables"),
            ("a = 1\na = 2\n", "2 -: it is not TOML: "),
            ("[[staff]]\nname = \"a\u{0}b\"\n", "2 -: it holds the character U+0000"),
            ("[[staff]]\nname = \"a\\u0000\"\n", "2 -: a text holds the character U+0000"),
            (
                "\n[[monitor]]\nname = \"shop\"\n",
                "2 monitor: this release does not take monitors from a file; take it out and use"
            ),
        ])
    func malformed(text: String, wanted: String) async throws {
        let listed = try await mistakes(text)
        #expect(listed.contains { $0.hasPrefix(wanted) }, "\(listed)")
    }

    @Test("the longest text and name, and one byte more; the most mistakes that are listed")
    func limits() async throws {
        let rest = WireLimits.appliedTextBytesMax - Self.good.utf8.count - 2
        let longest = Self.good + "\n#" + String(repeating: "x", count: rest)
        #expect(try await ask(try LedgerUnderTest(), longest).error == nil)
        let over = try await ask(try LedgerUnderTest(), longest + "x")
        #expect(over.error?.data.error == "bad-parameters")
        for (length, fits) in [
            (0, false), (1, true), (WireLimits.appliedNameBytesMax, true),
            (WireLimits.appliedNameBytesMax + 1, false),
        ] {
            let name = String(repeating: "n", count: length)
            let answer = try await ask(try LedgerUnderTest(), Self.good, file: name)
            #expect((answer.error == nil) == fits, "\(length)")
        }
        let many = try await mistakes(String(repeating: "[[staff]]\nname = \"a\"\n", count: 200))
        #expect(many.count == Limits.rowRefusalsMax)
    }
}
