import SupportModel
import SupportTestKit
import Testing

/// Every constant of `Limits`, at the limit and one past it.
struct LimitTests {
    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    private func text(_ bytes: Int) -> String { String(repeating: "x", count: bytes) }

    /// Whether a command is done; one that is not must be refused as an invalid value,
    /// or as an entry that asks to be named long.
    private func takes(_ command: some Command) throws -> Bool {
        var desk = try desk()
        do {
            try desk.perform(command)
            return true
        } catch Refusal.invalid {
            _ = refusal(command, on: try self.desk())
            return false
        } catch Refusal.longEntry {
            return false
        }
    }

    @Test func lines() throws {
        let most = Limits.lineCharactersMax
        for (bytes, fits) in [(0, false), (1, true), (most, true), (most + 1, false)] {
            let line = text(bytes)
            let commands: [any Command] = [
                AddClient(client: "boot", name: line),
                ChangeClient(client: "acme", name: line, zone: nil, mails: nil),
                AddStaff(staff: "otto", role: .engineer, user: line),
                ChangeStaff(staff: "emil", role: nil, user: line, mail: nil),
                SignContract(
                    client: "acme", package: "starter", from: "2026-10-01", months: 1,
                    manager: "mara", project: line),
                OpenTicket(client: "acme", level: .regular, subject: line),
                ResolveTicket(ticket: 1, note: line),
                ChangeTicketLevel(ticket: 1, level: .emergency, reason: line),
                AddTime(
                    ticket: 1, worked: "1h", agreement: Agreement(by: "mara", reason: line)),
            ]
            for command in commands { #expect(try takes(command) == fits, "\(command)") }
        }
    }

    @Test(arguments: ["é", "ß", "щ", "日", "🙂"])
    func textsCountCharactersNotBytes(letter: String) throws {
        let subject = String(repeating: letter, count: Limits.lineCharactersMax)
        #expect(try takes(OpenTicket(client: "acme", level: .regular, subject: subject)))
        #expect(try !takes(OpenTicket(client: "acme", level: .regular, subject: subject + letter)))
        let note = String(repeating: letter, count: Limits.bodyCharactersMax)
        #expect(try takes(NoteTicket(ticket: 1, text: note)))
        #expect(try !takes(NoteTicket(ticket: 1, text: note + letter)))
    }

    @Test func bodies() throws {
        for (bytes, fits) in [
            (Limits.bodyCharactersMax, true), (Limits.bodyCharactersMax + 1, false),
        ] {
            let body = text(bytes)
            let commands: [any Command] = [
                OpenTicket(client: "acme", level: .regular, subject: "Long", body: body),
                NoteTicket(ticket: 1, text: body),
                AddTime(ticket: 1, worked: "1h", note: body),
            ]
            for command in commands { #expect(try takes(command) == fits) }
        }
    }

    @Test func durations() throws {
        let most = Limits.entryMinutesMax
        for (minutes, fits) in [
            (Int.min, false), (-1, false), (0, false), (1, true), (most + 1, false),
            (Int.max, false),
        ] {
            #expect(try takes(AddTime(ticket: 1, worked: Minutes(minutes), long: true)) == fits)
        }
        #expect(try takes(AddTime(ticket: 1, worked: Minutes(most), extra: true, long: true)))
    }

    @Test("an entry of more than a day is named so, or refused; naming a short one does no harm")
    func longEntries() throws {
        let plain = Limits.plainEntryMinutesMax
        #expect(plain == 24 * 60)
        for (minutes, long, fits) in [
            (plain, false, true), (plain + 1, false, false), (plain + 1, true, true),
            (1, true, true),
        ] {
            let add = AddTime(ticket: 1, worked: Minutes(minutes), extra: true, long: long)
            #expect(try takes(add) == fits)
        }
    }

    @Test func estimates() throws {
        let most = Limits.estimateMinutesMax
        for (minutes, fits) in [
            (Int.min, false), (-1, false), (0, false), (1, true), (most, true), (most + 1, false),
            (Int.max, false),
        ] {
            #expect(try takes(PlanTicket(ticket: 1, estimate: Minutes(minutes))) == fits)
        }
    }

    @Test func weeksOfAPlan() throws {
        let desk = try desk()
        let contract = try #require(desk.state.contracts[1])
        let most = Limits.planWeeksMax
        for (weeks, fits) in [
            (Int.min, false), (-1, false), (0, false), (1, true), (most, true), (most + 1, false),
            (Int.max, false),
        ] {
            let plan = try? desk.state.plan(
                of: contract, at: desk.now, today: "2026-10-05", weeks: weeks)
            #expect((plan != nil) == fits)
            #expect((plan?.weeks.count ?? weeks) == weeks)
        }
    }

    @Test func hoursAndTerms() throws {
        func sign(months: Int = 1, hours: Minutes = "1h") -> SignContract {
            SignContract(
                client: "acme", package: "flexible", from: "2026-10-01", months: months,
                manager: "mara", hours: hours)
        }
        let (hoursMax, monthsMax) = (Limits.packageHoursMax, Limits.termMonthsMax)
        // A week may draw half of them, and half of 1 minute is none.
        for (minutes, fits) in [
            (Int.min, false), (-1, false), (0, false), (1, false), (2, true),
            (hoursMax * 60, true), (hoursMax * 60 + 1, false), (Int.max, false),
        ] {
            #expect(try takes(sign(hours: Minutes(minutes))) == fits)
        }
        for (months, fits) in [
            (Int.min, false), (-1, false), (0, false), (1, true), (monthsMax, true),
            (monthsMax + 1, false), (Int.max, false),
        ] {
            #expect(try takes(sign(months: months)) == fits)
        }
    }

    @Test func starts() throws {
        for (start, fits) in [
            ("1999-12-31" as CivilDate, false), ("2000-01-01", true), ("2199-12-31", true),
            ("2200-01-01", false), ("9999-12-31", false), ("0000-01-01", false),
        ] {
            let sign = SignContract(
                client: "acme", package: "starter", from: start, months: 120, manager: "mara")
            #expect(try takes(sign) == fits)
        }
    }

    @Test func mailAddresses() throws {
        let most = Limits.lineBytesMax
        for (mails, fits) in [
            ([], true), (["a@example.org"], true), ([text(most - 12) + "@example.org"], true),
            ([text(most - 11) + "@example.org"], false), ([""], false), (["a"], false),
            (["@b"], false), (["a@"], false), (["a@b@c"], false), (["a b@c"], false),
            (["a@b\n"], false), (Array(repeating: "a@b", count: 100), true),
            (Array(repeating: "a@b", count: 101), false), (["a@b", "no"], false),
        ] as [([String], Bool)] {
            #expect(try takes(AddClient(client: "boot", name: "Boot", mails: mails)) == fits)
        }
        #expect(try !takes(AddStaff(staff: "otto", role: .viewer, mail: "otto")))
    }

    @Test func controlCharacters() throws {
        for control in ["\0", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{9F}"] {
            let spoilt = "a\(control)b"
            #expect(try !takes(OpenTicket(client: "acme", level: .regular, subject: spoilt)))
            #expect(try !takes(NoteTicket(ticket: 1, text: spoilt)))
        }
        for lineEnd in ["\n", "\r", "\t", "\u{2028}", "\u{2029}"] {
            let two = "a\(lineEnd)b"
            #expect(try !takes(OpenTicket(client: "acme", level: .regular, subject: two)))
            #expect(try takes(NoteTicket(ticket: 1, text: two)))
        }
        for blank in ["", " ", "\t", "\u{A0}", "\u{2003} "] {
            #expect(try !takes(NoteTicket(ticket: 1, text: blank)))
            #expect(try !takes(OpenTicket(client: "acme", level: .regular, subject: blank)))
        }
        #expect(try takes(OpenTicket(client: "acme", level: .regular, subject: "Ελλάδα 🇬🇷 ünï")))
    }
}
