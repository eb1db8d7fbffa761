import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Work that no contract pays for: billed by the month of the calendar, at the rate of the day (R4).
struct OnDemandTests {
    static let hourly = Money(minorUnits: 9500, currency: "EUR")

    /// A desk in Tokyo, where October ends at 15:00 UTC, with a ticket on demand.
    private func tokyo(at now: Instant = "2026-10-05T09:00:00Z") throws -> DeskFixture {
        var desk = try DeskFixture.staffed(at: now, zone: "Asia/Tokyo")
        desk.catalogue.onDemandRate = Self.hourly
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true))
        return desk
    }

    private func account(_ desk: DeskFixture) throws -> OnDemandAccount {
        try #require(desk.state.onDemand["acme"])
    }

    private func statement(_ desk: DeskFixture, _ month: CivilMonth) throws -> OnDemandStatement {
        try desk.state.onDemandStatement(
            of: "acme", month, titles: desk.catalogue.serviceTitles,
            rate: desk.catalogue.onDemandRate)
    }

    private func types(_ events: [Event]) -> [String] { events.map { type(of: $0.body).type } }

    @Test("a month closes by itself at local midnight, once, at the boundary's own time")
    func closes() throws {
        var desk = try tokyo()
        try desk.book("1h20m")
        try desk.book("40m", on: "2026-10-02", service: "design")
        let open = try statement(desk, "2026-10")
        #expect(open.closedAt == nil)
        #expect(open.charges.map(\.minutes) == ["2h"])
        #expect(open.charges.map(\.rate) == [Self.hourly])
        #expect(open.charges.map(\.amount) == [euro(19_000)])
        #expect(desk.state.boundaries.first?.at == "2026-10-31T15:00:00Z")
        let before = desk.records.count
        // The desk was off for two months.
        try desk.advance(to: "2026-12-20T09:00:00Z")
        #expect(desk.records.dropFirst(before).flatMap { types($0.events) } == ["month.closed"])
        let closed = try statement(desk, "2026-10")
        #expect(closed.closedAt == "2026-10-31T15:00:00Z")
        #expect(closed.total == [euro(19_000)])
        #expect(closed.work.map(\.title) == ["The service design", "The service troubleshooting"])
        #expect(try account(desk).closed.first?.entries == [2, 1])
        #expect(desk.state.boundaries.first == nil)
        #expect(try desk.perform(CloseMonth(client: "acme", month: "2026-10")).isEmpty)
        #expect(try desk.perform(CloseMonth(client: "acme", month: "2026-11")).isEmpty)
        // A closed month never changes, whatever the client is called later.
        try desk.perform(ChangeClient(client: "acme", name: "Other", zone: nil, mails: nil))
        #expect(try statement(desk, "2026-10") == closed)
    }

    @Test("each rate is priced on its own, rounded once; other currencies are sums of their own")
    func rates() throws {
        var desk = try tokyo()
        desk.catalogue.onDemandRate = euro(10_000)
        try desk.book("10m")
        try desk.book("10m")
        desk.catalogue.onDemandRate = Money(minorUnits: 9000, currency: "USD")
        try desk.book("1h")
        let statement = try statement(desk, "2026-10")
        #expect(statement.charges.map(\.amount.description) == ["33.33 EUR", "90.00 USD"])
        #expect(statement.total.map(\.description) == ["33.33 EUR", "90.00 USD"])
    }

    @Test("work of a month that is over says that it is late, and is an adjustment of the open one")
    func late() throws {
        var desk = try tokyo()
        try desk.book("1h")
        try desk.advance(to: "2026-11-03T09:00:00Z")
        let october = try statement(desk, "2026-10")
        let plain = AddTime(ticket: 1, worked: "30m", date: "2026-10-20")
        #expect(refusal(plain, on: desk) == .monthClosed("2026-10-20", "acme", "Asia/Tokyo"))
        // Also in a month in which nothing was done.
        let september = AddTime(ticket: 1, worked: "30m", date: "2026-09-20")
        #expect(refusal(september, on: desk) == .monthClosed("2026-09-20", "acme", "Asia/Tokyo"))
        try desk.book("30m", on: "2026-10-20", late: true)
        try desk.book("30m", on: "2026-09-20", late: true)
        let open = try statement(desk, "2026-11")
        #expect(open.charges.isEmpty && open.work.isEmpty && open.tickets.isEmpty)
        #expect(open.adjustments.map(\.month) == ["2026-10", "2026-09"])
        #expect(open.total == [euro(9500)])
        #expect(try statement(desk, "2026-10") == october)
        let today = AddTime(
            ticket: 1, worked: "30m", late: LateMark(reason: "found"))
        #expect(refusal(today, on: desk) == .lateness("2026-11-03", .openMonth("2026-11")))
        // The adjustments close with November, and only with it.
        try desk.advance(to: "2027-01-01T09:00:00Z")
        #expect(try account(desk).months == ["2026-10", "2026-11"])
        #expect(desk.state.onDemandDifferences.isEmpty)
    }

    @Test("a void of an open month undoes a booking; one of a closed month is credited")
    func voids() throws {
        var desk = try tokyo()
        let before = desk.image
        try desk.book("1h")
        try desk.perform(VoidTime(entry: 1, reason: "twice"))
        #expect(desk.state.onDemand["acme"] == nil, "a month that holds nothing is none")
        #expect(desk.state.boundaries.first == nil)
        #expect(before.contains("on_demand") == false)
        try desk.book("1h")
        try desk.advance(to: "2026-11-03T09:00:00Z")
        #expect(
            refusal(VoidTime(entry: 2, reason: "twice"), on: desk)
                == .monthClosed("2026-10-05", "acme", "Asia/Tokyo"))
        try desk.perform(VoidTime(entry: 2, reason: "twice", late: true))
        let open = try statement(desk, "2026-11")
        #expect(open.adjustments.map(\.isVoid) == [true])
        #expect(open.total == [euro(-9500)])
        #expect(desk.state.onDemandDifferences.isEmpty)
        // What came late is still on an open statement, and is voided like that.
        try desk.book("30m", on: "2026-10-20", late: true)
        #expect(
            refusal(VoidTime(entry: 3, reason: "twice", late: true), on: desk)
                == .lateness("2026-10-20", .openMonthStatement("2026-11", entry: 3)))
        try desk.perform(VoidTime(entry: 3, reason: "twice"))
        #expect(try statement(desk, "2026-11") == open)
        try desk.advance(to: "2026-12-03T09:00:00Z")
        #expect(try statement(desk, "2026-11").total == [euro(-9500)])
        // And what a late entry was billed is credited once its statement has closed.
        try desk.book("30m", on: "2026-10-20", late: true)
        try desk.advance(to: "2027-01-03T09:00:00Z")
        try desk.perform(VoidTime(entry: 4, reason: "twice", late: true))
        #expect(try statement(desk, "2027-01").total == [euro(-4750)])
        #expect(desk.state.onDemandDifferences.isEmpty)
    }

    @Test("a timer over the end of a month is late in the one, plain in the other")
    func timer() throws {
        var desk = try tokyo(at: "2026-10-31T14:30:00Z")
        try desk.perform(StartTimer(ticket: 1))
        let events = try desk.perform(StopTimer(), at: "2026-10-31T15:20:00Z")
        #expect(types(events) == ["timer.stopped", "month.opened", "time.added", "time.added"])
        #expect(try desk.state.entry(1).late?.reason == "the timer ran over the end of 2026-10")
        let open = try statement(desk, "2026-11")
        #expect(open.adjustments.map(\.minutes) == ["30m"])
        #expect(open.charges.map(\.minutes) == ["20m"])
        let other = try tokyo()
        var running = other
        try running.perform(StartTimer(ticket: 1))
        try running.advance(to: "2026-10-05T09:30:00Z")
        #expect(
            refusal(StopTimer(late: LateMark(reason: "a night shift")), on: running)
                == .lateness("2026-10-05", .timer))
    }

    @Test("with another zone the open month ends there")
    func zoneChange() throws {
        var desk = try tokyo()
        try desk.book("1h")
        let events = try desk.perform(ChangeClient(client: "acme", zone: "UTC"))
        #expect(types(events) == ["client.changed", "month.opened"])
        #expect(desk.state.boundaries.first?.at == "2026-11-01T00:00:00Z")
        try desk.advance(to: "2026-10-31T15:00:00Z")
        #expect(try account(desk).closed.isEmpty)
        try desk.advance(to: "2026-11-01T00:00:00Z")
        #expect(try statement(desk, "2026-10").zone == "UTC")
        // Moved east in the last hours of a month, it is over at once.
        try desk.book("1h")
        try desk.perform(
            ChangeClient(client: "acme", zone: "Asia/Tokyo"), at: "2026-11-30T20:00:00Z")
        #expect(try statement(desk, "2026-11").closedAt == "2026-11-30T15:00:00Z")
        // Nothing to move, nothing said.
        let again = try desk.perform(ChangeClient(client: "acme", zone: "UTC"))
        #expect(types(again) == ["client.changed"])
    }

    @Test("a clock that was set back opens no closed month, and a doubted one closes none")
    func clocks() throws {
        var desk = try tokyo()
        try desk.book("1h")
        try desk.advance(to: "2026-11-03T09:00:00Z")
        try desk.advance(to: "2026-10-10T09:00:00Z")
        #expect(
            refusal(AddTime(ticket: 1, worked: "30m"), on: desk)
                == .monthClosed("2026-10-10", "acme", "Asia/Tokyo"))
        try desk.book("30m", late: true)
        #expect(try account(desk).open.map(\.month) == ["2026-11"])
        // A month without work had not closed: it takes work again, before the other.
        var other = try tokyo(at: "2026-11-03T09:00:00Z")
        try other.book("1h")
        try other.advance(to: "2026-10-10T09:00:00Z")
        try other.book("2h")
        #expect(try account(other).open.map(\.month) == ["2026-10", "2026-11"])
        try other.advance(to: "2026-12-10T09:00:00Z")
        #expect(try account(other).closed.map(\.month) == ["2026-10", "2026-11"])
        #expect(other.state.onDemandDifferences.isEmpty)

        var doubtful = try tokyo()
        try doubtful.book("1h")
        let doubt = ClockDoubt(
            cause: .setForward, since: doubtful.now, jumpedTo: "2027-10-05T09:00:00Z")
        try doubtful.perform(DoubtClock(doubt))
        try doubtful.advance(to: "2027-10-05T09:00:00Z")
        #expect(try account(doubtful).closed.isEmpty)
        let due = DueCycles(doubtful.state, doubtful.context(by: .desk))
        #expect(due.months == 1 && due.cycles == 0)
        try doubtful.perform(TrustClock(.confirmed))
        #expect(try account(doubtful).closed.map(\.month) == ["2026-10"])
    }

    @Test("an archived client's month still closes, and there is nothing to wait for")
    func archived() throws {
        var desk = try tokyo()
        try desk.book("1h")
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.perform(ArchiveClient(client: "acme"))
        try desk.advance(to: "2026-11-03T09:00:00Z")
        #expect(try statement(desk, "2026-10").total == [euro(9500)])
    }

    @Test("a month that holds nothing has no statement")
    func unknown() throws {
        var desk = try tokyo()
        try desk.book("1h")
        func found(_ client: Name<Client>, _ month: CivilMonth) -> Refusal? {
            do throws(Refusal) {
                _ = try desk.state.onDemandStatement(
                    of: client, month, titles: [:], rate: Self.hourly)
                return nil
            } catch {
                return error
            }
        }
        #expect(found("acme", "2026-10") == nil)
        #expect(found("acme", "2026-09") == .unknownMonth("acme", "2026-09", known: ["2026-10"]))
        #expect(found("zoo", "2026-10") == .unknown(.client, "zoo"))
    }

    @Test("what is no work on demand stays refused")
    func refused() throws {
        let desk = try tokyo()
        let extra = AddTime(ticket: 1, worked: "1h", extra: true)
        #expect(refusal(extra, on: desk) == .invalid(.packageOptions, .work(.onDemand)))
        let tomorrow = AddTime(ticket: 1, worked: "1h", date: "2026-10-06")
        #expect(
            refusal(tomorrow, on: desk)
                == .dateOutside("2026-10-06", .work(.notInTheYear(upTo: "2026-10-05"))))
        let old = AddTime(
            ticket: 1, worked: "1h", date: "2025-10-03", late: LateMark(reason: "found"))
        #expect(
            refusal(old, on: desk)
                == .dateOutside("2025-10-03", .work(.notInTheYear(upTo: "2026-10-05"))))
    }

    @Test("a month takes so many entries and no more, a statement so many adjustments")
    func limits() throws {
        var desk = try tokyo()
        for _ in 1...Limits.entriesPerCycleMax { try desk.book("1m") }
        #expect(
            refusal(AddTime(ticket: 1, worked: "1m"), on: desk)
                == .invalid(.cycle, .work(.monthFull("2026-10"))))
        try desk.advance(to: "2026-11-03T09:00:00Z")
        for _ in 1...Limits.adjustmentsPerCycleMax {
            try desk.book("1m", on: "2026-10-06", late: true)
        }
        let full = Refusal.invalid(.statement, .work(.statementFull))
        let late = AddTime(
            ticket: 1, worked: "1m", date: "2026-10-06", late: LateMark(reason: "found"))
        #expect(refusal(late, on: desk) == full)
        #expect(refusal(VoidTime(entry: 1, reason: "twice", late: true), on: desk) == full)
        let closing = desk.records.flatMap(\.events).first { $0.body is MonthClosed }
        let bytes = try LineJSONEncoder.encode(try #require(closing))
        #expect(bytes.count < 200_000, "it must fit into a record")
    }

    @Test("explain says what it costs and on which statement it stands")
    func explained() throws {
        var desk = try tokyo()
        try desk.book("2h")
        func lines(_ entry: Identifier<TimeEntry>) throws -> [String] {
            try desk.state.explain(entry).lines.map { "\($0.rule) \($0.text)" }
        }
        let billed =
            "R4 2h billed at 95.00 EUR an hour = 190.00 EUR: no contract pays for the ticket"
        #expect(
            try lines(1) == [billed, "R10 on the statement of acme for 2026-10, which is open"])
        try desk.advance(to: "2026-11-03T09:00:00Z")
        #expect(
            try lines(1) == [
                billed,
                "R10 on the statement of acme for 2026-10, closed at the end of 2026-10-31, "
                    + "Asia/Tokyo, and frozen",
            ])
        try desk.book("2h", on: "2026-10-20", late: true)
        #expect(
            try lines(2) == [
                billed, "R10 booked late, after 2026-10 had ended: the note was found later",
                "R10 as an adjustment on the statement of acme for 2026-11, which is open",
            ])
    }

    @Test("a file books past months only as late work, and its answer names the statements")
    func imported() throws {
        var desk = try tokyo(at: "2026-11-03T09:00:00Z")
        let columns = ["key", "ticket", "date", "minutes", "late", "reason"]
        let plain = ImportTime(rows: rows(columns, ["E-1", "1", "2026-10-05", "60", "", ""]))
        guard case .rowsRefused(let refused, _, _) = refusal(plain, on: desk) else {
            Issue.record("a past month is booked like today")
            return
        }
        #expect(refused.map(\.column) == ["date"])
        let late = ImportTime(
            rows: rows(
                columns, ["E-1", "1", "2026-10-05", "60", "yes", "from the old desk"],
                ["E-2", "1", "2026-11-02", "30", "", ""]))
        let made = try desk.state.decide(late, in: desk.context()).made
        #expect(made.onDemand.map(\.month) == ["2026-11"])
        #expect(made.onDemand.map(\.adjusts) == ["2026-10"])
        try desk.perform(late)
        #expect(try statement(desk, "2026-11").total == [euro(14_250)])
        // The same file again is left alone.
        #expect(try desk.perform(late).isEmpty)
    }

    @Test("an earlier release's journal and snapshot are billed too")
    func earlier() throws {
        let desk = try tokyo()
        let old = [
            #"{"type":"time.added","number":1,"ticket":1,"date":"2026-08-05","actual":60,"billed":60,"service":"design","extra_allowed":false,"emergency":false}"#,
            #"{"type":"time.added","number":2,"ticket":1,"date":"2026-10-05","actual":30,"billed":30,"service":"design","extra_allowed":false,"emergency":false,"level":4,"rate":{"minor_units":8000,"currency":"EUR"}}"#,
        ]
        var journal = desk
        for text in old {
            let event = try StrictJSONDecoder.decode(
                Event.self, from: try JSONDocument(text: text).root, unknownMembers: .refused)
            let stamp = Stamp(sequence: journal.state.sequence + 1, at: desk.now, by: .desk)
            journal.replay(Record(stamp: stamp, events: [event]))
        }
        let image = journal.image
        let start = try #require(image.firstRange(of: #","on_demand":["#)?.lowerBound)
        let end = try #require(image.firstRange(of: #","monitors":["#)?.lowerBound)
        let snapshot = String(image[..<start] + image[end...])
        let read = try StrictJSONDecoder.decode(
            StateImage.self, from: try JSONDocument(text: snapshot).root, unknownMembers: .refused)
        var restored = DeskFixture(at: desk.now, state: State(read))
        restored.catalogue = desk.catalogue
        #expect(restored.image == image)
        for var found in [journal, restored] {
            try found.advance(to: "2026-11-03T09:00:00Z")
            #expect(try account(found).closed.map(\.month) == ["2026-08", "2026-10"])
            #expect(try statement(found, "2026-08").total == [Self.hourly])
            #expect(try statement(found, "2026-08").closedAt == "2026-08-31T15:00:00Z")
            #expect(try statement(found, "2026-10").total == [euro(4000)])
            #expect(found.state.onDemandDifferences.isEmpty)
            // Before the first booking of the entry that kept no rate the catalogue's was taken.
            found.catalogue.onDemandRate = euro(1)
            try found.perform(VoidTime(entry: 1, reason: "twice", late: true))
            #expect(try statement(found, "2026-11").total == [euro(-9500)])
        }
    }

    @Test("what differs in a closed month is named")
    func differences() throws {
        var desk = try tokyo()
        try desk.book("1h")
        try desk.advance(to: "2026-11-03T09:00:00Z")
        let record = try #require(desk.records.last)
        var before = State()
        for record in desk.records.dropLast() { before.apply(record) }
        var closed = try #require(record.events.first?.body as? MonthClosed)
        #expect(closed.difference(from: before) == nil)
        closed.closed.statement.charges[0].minutes = "1h1m"
        closed.closed.statement.clientTitle = "Other"
        #expect(
            closed.difference(from: before)?.text
                == "the work at 95.00 EUR: recorded 1h1m, 95.00 EUR, computed 1h, 95.00 EUR; "
                + "the client: recorded Other, computed Acme Outdoor GmbH")
        closed.client = "zoo"
        #expect(closed.difference(from: before)?.text == "it was not the next month to close")
    }

    private func euro(_ minorUnits: Int) -> Money {
        Money(minorUnits: minorUnits, currency: "EUR")
    }
}
