import SupportModel
import SupportTestKit
import Testing

/// What goes with a timer and what does not.
struct TimerOptionTests {
    @Test("a service that there is none of is refused, one that there is is taken")
    func service() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        #expect(
            refusal(StartTimer(ticket: 1, service: "cooking"), on: desk)
                == .unknown(.service, "cooking"))
        #expect(
            refusal(AddTime(ticket: 1, worked: "1h", service: "cooking"), on: desk)
                == .unknown(.service, "cooking"))
        try desk.perform(StartTimer(ticket: 1, service: "design"))
        #expect(desk.state.allTimers.map(\.service) == ["design"])
    }

    @Test("a timer on a resolved ticket leaves it resolved, one on an open ticket makes it active")
    func theTicket() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.perform(StartTimer(ticket: 1))
        #expect(try desk.state.ticket(1).state == .resolved)
        try desk.perform(StopTimer(), at: "2026-10-05T10:00:00Z")
        #expect(try desk.state.ticket(1).state == .resolved)
        #expect(try desk.state.ticket(1).entries == [1])
    }

    @Test("twenty-four hours are the longest that a timer books")
    func theLongest() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(StartTimer(ticket: 1))
        try desk.advance(to: "2026-10-06T09:00:30Z")
        guard case .timer(.tooLong(1, _, "24h1m")) = refusal(StopTimer(extra: true), on: desk)
        else {
            Issue.record("a minute more was booked")
            return
        }
        try desk.perform(StopTimer(extra: true), at: "2026-10-06T09:00:29.999Z")
        #expect(desk.state.entries.values.reduce(Minutes.zero) { $0 + $1.actual } == "24h")
    }

    @Test(
        "work on demand is booked for a day of the year up to today",
        arguments: [
            ("2026-10-05", true), ("2026-10-06", false), ("2025-10-04", true),
            ("2025-10-03", false),
        ] as [(CivilDate, Bool)])
    func onDemand(day: CivilDate, fits: Bool) throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Logo", onDemand: true))
        let late = day < "2026-10-01" ? LateMark(reason: "the month is over") : nil
        let add = AddTime(ticket: 2, worked: "1h", date: day, late: late)
        if fits {
            try desk.perform(add)
            #expect(try desk.state.entry(1).date == day)
        } else {
            #expect(
                refusal(add, on: desk)
                    == .dateOutside(day, .work(.notInTheYear(upTo: "2026-10-05"))))
        }
    }
}
