import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Correcting a booking: a void and a new entry in one record (R8-R10).
struct TimeEditTests {
    private func october() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            AddTime(ticket: 1, worked: "3h", service: "design", note: "the banner"),
            by: .user(uid: 1001, name: "emil"))
        return desk
    }

    private func types(_ events: [Event]) -> [String] { events.map { type(of: $0.body).type } }

    @Test("what is not named stays, and whoever worked has worked")
    func edited() throws {
        var desk = try october()
        let before = desk.state.sequence
        let events = try desk.perform(EditTime(entry: 1, reason: "a break", minutes: "2h"))
        #expect(types(events) == ["time.voided", "time.added"])
        #expect(desk.state.sequence == before + 1)
        let (old, new) = (try desk.state.entry(1), try desk.state.entry(2))
        #expect(old.void?.reason == "a break")
        #expect(new.actual == "2h" && new.service == "design" && new.note == "the banner")
        #expect(new.date == old.date && new.level == old.level)
        #expect(new.replaces == 1)
        #expect(new.bookedBy == .user(uid: 1001, name: "emil"))
        #expect(desk.balance()?.used == "2h")
        #expect(
            events.last?.body.summary
                == "entry 2: 2h on ticket 1 for 2026-10-05, instead of entry 1")
        // The day, the service and the note of the one that stands now.
        try desk.perform(
            EditTime(entry: 2, reason: "wrong day", on: "2026-10-02", service: "training", note: "")
        )
        let third = try desk.state.entry(3)
        #expect(third.date == "2026-10-02" && third.service == "training" && third.note == nil)
        #expect(desk.state.billingDifferences.isEmpty)
    }

    @Test("an entry that was corrected names the one that stands for it, wherever it is asked for")
    func successor() throws {
        var desk = try october()
        try desk.perform(EditTime(entry: 1, reason: "a break", minutes: "2h"))
        try desk.perform(EditTime(entry: 2, reason: "a longer break", minutes: "90m"))
        #expect(try desk.state.entry(1).replacedBy == 2 && desk.state.entry(2).replacedBy == 3)
        #expect(try desk.state.entry(3).replacedBy == nil)
        let line = try #require(try desk.state.explain(1).lines.first)
        #expect(line.text.hasSuffix(": a break; entry 3 stands in its place"), "\(line.text)")
        let void = try #require(try desk.state.entry(1).void)
        let edit = EditTime(entry: 1, reason: "r", minutes: "1h")
        #expect(refusal(edit, on: desk) == .alreadyVoided(1, void, standing: 3))
        #expect(
            refusal(VoidTime(entry: 1, reason: "r"), on: desk)
                == .alreadyVoided(1, void, standing: 3))
        try desk.perform(VoidTime(entry: 3, reason: "not at all"))
        #expect(refusal(edit, on: desk) == .alreadyVoided(1, void, standing: nil))
        #expect(State(StateImage(desk.state)).entries[1]?.replacedBy == 2)
        let image = try LineJSONEncoder.encode(StateImage(desk.state))
        let old = String(decoding: image, as: UTF8.self)
            .replacing(/,"replaced_by":\d+/, with: "")
        let restored = State(
            try StrictJSONDecoder.decode(
                StateImage.self, from: try JSONDocument(text: old).root, unknownMembers: .refused))
        #expect(restored.entries[1]?.replacedBy == 2, "a snapshot that did not keep it")
        let last = try #require(try desk.state.explain(1).lines.first)
        #expect(last.text.hasSuffix("; corrected by entry 2, and entry 3 was voided"))
    }

    @Test("nothing named, nothing new, a void one and what a booking may not be are refused")
    func refused() throws {
        var desk = try october()
        #expect(
            refusal(EditTime(entry: 1, reason: "r"), on: desk) == .invalid(.change, .nothingNamed))
        #expect(
            refusal(EditTime(entry: 1, reason: "r", minutes: "3h", note: "the banner"), on: desk)
                == .invalid(.change, .work(.entryUnchanged(1))))
        #expect(
            refusal(EditTime(entry: 9, reason: "r", minutes: "1h"), on: desk)
                == .unknown(.entry, "9"))
        #expect(
            refusal(EditTime(entry: 1, reason: "r", service: "gardening"), on: desk)
                == .unknown(.service, "gardening"))
        #expect(
            refusal(EditTime(entry: 1, reason: "r", minutes: "30h"), on: desk) == .longEntry("30h"))
        #expect(
            refusal(EditTime(entry: 1, reason: "r", on: "2026-10-06"), on: desk)
                == .dateOutside("2026-10-06", .work(.afterToday("2026-10-05", "UTC"))))
        let late = refusal(EditTime(entry: 1, reason: "r", minutes: "1h", late: true), on: desk)
        #expect(late == .lateness("2026-10-05", .openCycle(0)))
        guard
            case .weeklyLimit? = refusal(EditTime(entry: 1, reason: "r", minutes: "21h"), on: desk)
        else {
            Issue.record("the week does not hold it")
            return
        }
        try desk.perform(
            EditTime(entry: 1, reason: "the launch", minutes: "21h", agreedBy: "mara"))
        #expect(desk.balance()?.used == "21h")
        guard
            case .alreadyVoided? = refusal(EditTime(entry: 1, reason: "r", minutes: "1h"), on: desk)
        else {
            Issue.record("a void stands")
            return
        }
        #expect(
            refusal(EditTime(entry: 2, reason: "r", minutes: "1h"), on: desk, ifVersion: 3)
                == .versionConflict(wanted: 3, found: desk.state.sequence))
    }

    @Test("an entry of a closed cycle wants --late; the credit and the new entry are adjustments")
    func closed() throws {
        var desk = try october()
        try desk.advance(to: "2026-11-05T09:00:00Z")
        guard case .cycleClosed? = refusal(EditTime(entry: 1, reason: "r", minutes: "1h"), on: desk)
        else {
            Issue.record("a closed cycle never changes")
            return
        }
        try desk.perform(EditTime(entry: 1, reason: "a break", minutes: "1h", late: true))
        let contract = try #require(desk.state.contracts[1])
        let adjustments = contract.adjustments(Coverage(of: contract))
        #expect(adjustments.map(\.settled) == [Minutes(-180), Minutes(60)])
        #expect(adjustments.map(\.reason) == ["a break", "a break"])
        // The new one is on the open statement: it is corrected without --late, and stays late.
        try desk.perform(EditTime(entry: 2, reason: "the note was missing", note: "as noted"))
        #expect(try desk.state.entry(3).late?.reason == "a break")
        // From the closed cycle into the open one.
        try desk.perform(EditTime(entry: 3, reason: "it was in November", on: "2026-11-03"))
        #expect(try desk.state.entry(4).late == nil)
        #expect(desk.balance()?.used == "1h")
        // And back again, which is late.
        guard
            case .cycleClosed? = refusal(
                EditTime(entry: 4, reason: "r", on: "2026-10-03"), on: desk)
        else {
            Issue.record("the new day is closed")
            return
        }
        try desk.perform(EditTime(entry: 4, reason: "after all", on: "2026-10-03", late: true))
        #expect(try desk.state.entry(5).late?.reason == "after all")
        try desk.advance(to: "2026-12-05T09:00:00Z")
        #expect(desk.state.billingDifferences.isEmpty)
    }

    @Test("on demand the rate stays, and the month's statement follows")
    func onDemand() throws {
        var desk = try october()
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true))
        try desk.book("2h", ticket: 2)
        desk.catalogue.onDemandRate = Money(minorUnits: 1, currency: "EUR")
        try desk.perform(EditTime(entry: 2, reason: "a break", minutes: "1h"))
        func total(_ month: CivilMonth) throws -> [String] {
            try desk.state.onDemandStatement(
                of: "acme", month, titles: [:], rate: desk.catalogue.onDemandRate
            ).total.map(\.description)
        }
        #expect(try total("2026-10") == ["90.00 EUR"])
        try desk.advance(to: "2026-11-05T09:00:00Z")
        #expect(
            refusal(EditTime(entry: 3, reason: "r", minutes: "30m"), on: desk)
                == .monthClosed("2026-10-05", "acme", "UTC"))
        try desk.perform(EditTime(entry: 3, reason: "a break", minutes: "30m", late: true))
        #expect(try total("2026-11") == ["-45.00 EUR"])
        #expect(try total("2026-10") == ["90.00 EUR"])
        #expect(desk.state.onDemandDifferences.isEmpty)
    }

    @Test("a notice is made of both together, not of the void alone")
    func notices() throws {
        var desk = try DeskFixture.starter(at: "2026-10-26T09:00:00Z", from: "2026-10-01")
        try desk.book("20h", on: "2026-10-05")
        try desk.book("20h", on: "2026-10-12")
        let events = try desk.perform(EditTime(entry: 2, reason: "no note", note: "as agreed"))
        #expect(types(events) == ["time.voided", "time.added"])
    }
}
