import SupportModel
import SupportTestKit
import Testing

/// Tickets that relate to others, become one, or are divided.
struct TicketRelationTests {
    /// A desk with ticket 1 on contract 1, 2 on the same, 3 on demand and 4 of another client.
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(AddClient(client: "zoo", name: "Zoo", zone: "UTC"))
        try desk.perform(
            OpenTicket(client: "acme", level: .highPriority, subject: "Cart", body: "It is slow"),
            at: "2026-10-05T10:00:00Z")
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true))
        try desk.perform(
            OpenTicket(client: "zoo", level: .regular, subject: "Zebra", onDemand: true))
        return desk
    }

    private func ticket(_ number: Int, _ desk: DeskFixture) throws -> Ticket {
        try #require(Identifier<Ticket>(number).flatMap { desk.state.tickets[$0] })
    }

    // Links.

    @Test func aLinkIsSeenFromBothSidesAndGoesAgain() throws {
        var desk = try desk()
        try desk.perform(LinkTickets(ticket: 1, kind: .blocks, to: 2))
        #expect(try ticket(1, desk).links == [TicketLink(kind: .blocks, ticket: 2)])
        #expect(try ticket(2, desk).links == [TicketLink(kind: .blockedBy, ticket: 1)])
        let count = desk.records.count
        try desk.perform(LinkTickets(ticket: 2, kind: .blockedBy, to: 1))
        #expect(desk.records.count == count, "the same once more, seen from the other side")
        try desk.perform(LinkTickets(ticket: 2, kind: .blockedBy, to: 1, remove: true))
        #expect(try ticket(1, desk).links == nil && ticket(2, desk).links == nil)
        try desk.perform(LinkTickets(ticket: 1, kind: .relates, to: 4))
        #expect(try ticket(4, desk).links == [TicketLink(kind: .relates, ticket: 1)])
    }

    @Test func nobodyTakesWhatHasToWait() throws {
        var desk = try desk()
        try desk.perform(LinkTickets(ticket: 2, kind: .blockedBy, to: 1))
        let reasons = desk.state.queue(at: desk.now).map(\.reason)
        #expect(reasons.first?.hasSuffix(", after ticket 1") == true)
        try desk.perform(TakeTicket(to: "emil"))
        #expect(try ticket(1, desk).assignee == "emil")
        try desk.perform(TakeTicket(to: "emil"))
        #expect(try ticket(3, desk).assignee == "emil")
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.perform(TakeTicket(to: "emil"))
        #expect(try ticket(2, desk).assignee == "emil")
    }

    @Test func linksThatCannotBeAreRefused() throws {
        var desk = try desk()
        try desk.perform(LinkTickets(ticket: 1, kind: .blocks, to: 2))
        try desk.perform(LinkTickets(ticket: 2, kind: .blocks, to: 3))
        func refused(_ rule: TicketRule) -> Refusal { .invalid(.link, .ticket(rule)) }
        #expect(
            refusal(LinkTickets(ticket: 3, kind: .blocks, to: 1), on: desk)
                == .relation(.circle(3, 1)))
        #expect(
            refusal(LinkTickets(ticket: 1, kind: .blockedBy, to: 3), on: desk)
                == .relation(.circle(3, 1)))
        #expect(
            refusal(LinkTickets(ticket: 1, kind: .relates, to: 1), on: desk)
                == refused(.linkedToItself(1)))
        #expect(
            refusal(LinkTickets(ticket: 1, kind: .continues, to: 2), on: desk)
                == refused(.linkOfTheDesk(.continues)))
        #expect(
            refusal(LinkTickets(ticket: 1, kind: .relates, to: 9), on: desk)
                == .unknown(.ticket, "9"))
    }

    @Test func aTicketHasFiftyLinksAtMost() throws {
        var desk = try desk()
        for place in 0...Limits.linksMax {
            try desk.perform(
                OpenTicket(client: "acme", level: .regular, subject: "s", onDemand: true))
            let number = try #require(Identifier<Ticket>(5 + place))
            let link = LinkTickets(ticket: 1, kind: .relates, to: number)
            if place < Limits.linksMax {
                try desk.perform(link)
            } else {
                #expect(refusal(link, on: desk) == .relation(.tooManyLinks(1)))
            }
        }
    }

    // Merging.

    @Test func mergesLoseNoBookedTime() throws {
        var desk = try desk()
        try desk.perform(AddTime(ticket: 1, worked: "2h"))
        try desk.perform(AddTime(ticket: 2, worked: "1h"))
        try desk.perform(AddTime(ticket: 3, worked: "30m"))
        let hours = desk.state.contracts[1]?.account
        let onDemand = desk.state.onDemand["acme"]
        try desk.perform(MergeTickets(ticket: 2, into: 1))
        try desk.perform(MergeTickets(ticket: 3, into: 1))
        #expect(try ticket(1, desk).entries == [1, 2, 3])
        #expect(desk.state.contracts[1]?.account == hours)
        #expect(desk.state.onDemand["acme"] == onDemand)
        // What is corrected stays with its payer, what is booked goes to the one that is left.
        try desk.perform(EditTime(entry: 3, reason: "typing error", minutes: "45m"))
        #expect(desk.state.entries[4]?.contract == nil)
        try desk.perform(AddTime(ticket: 3, worked: "5m"))
        #expect(desk.state.entries[5]?.ticket == 1 && desk.state.entries[5]?.contract == 1)
        #expect(try ticket(1, desk).entries == [1, 2, 3, 4, 5])
        #expect(try ticket(3, desk).entries.isEmpty)
    }

    @Test func aMergeMovesWhatWasSaidAndItsNumberMeansTheOther() throws {
        var desk = try desk()
        try desk.perform(NoteTicket(ticket: 1, text: "first"), at: "2026-10-05T09:30:00Z")
        try desk.perform(NoteTicket(ticket: 2, text: "second"), at: "2026-10-05T10:30:00Z")
        try desk.perform(LinkTickets(ticket: 2, kind: .relates, to: 4))
        try desk.perform(MergeTickets(ticket: 2, into: 1))
        let notes = try ticket(1, desk).remarks.filter(\.isNote)
        #expect(notes.map(\.text) == ["first", "Cart\n\nIt is slow", "second"])
        #expect(notes.map(\.of) == [nil, 2, 2])
        #expect(try ticket(4, desk).links == [TicketLink(kind: .relates, ticket: 1)])
        #expect(try ticket(2, desk).state == .closed && ticket(2, desk).mergedInto == 1)
        try desk.perform(NoteTicket(ticket: 2, text: "third"))
        #expect(try ticket(1, desk).remarks.last?.text == "third")
        try desk.perform(MergeTickets(ticket: 1, into: 3))
        try desk.perform(AssignTicket(ticket: 2, to: "emil"))
        #expect(try ticket(3, desk).assignee == "emil")
        #expect(try ticket(3, desk).merged == [1, 2])
        let count = desk.records.count
        try desk.perform(MergeTickets(ticket: 1, into: 2))
        #expect(desk.records.count == count, "it is so already")
    }

    @Test func theEarliestClockAndTheMoreSevereLevelAreKept() throws {
        var desk = try desk()
        desk.take(
            DeadlineRules(
                targets: Level.allCases.map {
                    ResponseTarget(level: $0, firstResponse: .hours(1), resolution: .hours(48))
                }, zones: TestCalendar()))
        try desk.perform(
            OpenTicket(client: "acme", level: .emergency, subject: "Down", onDemand: true),
            at: "2026-10-05T10:30:00Z")
        try desk.perform(WaitForClient(ticket: 3), at: "2026-10-05T11:00:00Z")
        let pause = try ticket(3, desk).clock?.stops
        try desk.perform(MergeTickets(ticket: 3, into: 5), at: "2026-10-05T15:00:00Z")
        let merged = try ticket(5, desk)
        #expect(merged.level == .emergency && merged.clockStart == "2026-10-05T10:00:00Z")
        // It waited for the client for four hours, and goes on with the ticket that it is in.
        #expect(pause?.count == 1 && merged.clock?.stops.last?.to == "2026-10-05T15:00:00Z")
        #expect(
            merged.clock?.stands == false && merged.clock?.respondedAt == "2026-10-05T11:00:00Z")
        try desk.perform(OpenTicket(client: "acme", level: .emergency, subject: "Again"))
        try desk.perform(MergeTickets(ticket: 6, into: 1))
        #expect(try ticket(1, desk).level == .emergency)
        #expect(try ticket(1, desk).clockStart == ticket(1, desk).openedAt)
    }

    @Test func mergingARunningTicketTakesUpOneThatWaits() throws {
        var desk = try desk()
        try desk.perform(WaitForClient(ticket: 1), at: "2026-10-05T10:00:00Z")
        try desk.perform(MergeTickets(ticket: 2, into: 1), at: "2026-10-05T11:00:00Z")
        let merged = try ticket(1, desk)
        #expect(merged.state == .open && merged.clock?.stands == false)
        #expect(desk.state.queue(at: desk.now).contains { $0.ticket.number == 1 })
    }

    @Test func theWorkThatIsLeftStaysWhatItWas() throws {
        var desk = try desk()
        try desk.perform(PlanTicket(ticket: 1, estimate: "10h"))
        try desk.perform(PlanTicket(ticket: 2, estimate: "10h"))
        try desk.perform(AddTime(ticket: 2, worked: "8h"))
        try desk.perform(MergeTickets(ticket: 2, into: 1))
        #expect(desk.state.work(of: try ticket(1, desk)).toDo == "12h")
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "s", contract: 1))
        try desk.perform(PlanTicket(ticket: 5, estimate: "3h"))
        try desk.perform(ResolveTicket(ticket: 5))
        try desk.perform(MergeTickets(ticket: 5, into: 1))
        #expect(desk.state.work(of: try ticket(1, desk)).toDo == "12h")
    }

    @Test func aResolvedOutageDoesNotBringItsMonitorAlong() throws {
        var desk = try desk()
        try desk.perform(
            AddMonitor(monitor: "shop", client: "acme", check: .memory(MemoryCheck())))
        for state in [MonitorState.down, .up] {
            try desk.perform(
                ChangeMonitorState(monitor: "shop", to: state, detail: "no memory"), by: .desk)
        }
        try desk.perform(MergeTickets(ticket: 5, into: 1))
        #expect(desk.state.monitors["shop"]?.ticket == nil)
        try desk.perform(
            ChangeMonitorState(monitor: "shop", to: .down, detail: "again"), by: .desk)
        #expect(desk.state.monitors["shop"]?.ticket == 6, "an outage opens a ticket of its own")
    }

    @Test func aMergedOutageStaysTheMonitorsTicket() throws {
        var desk = try desk()
        try desk.perform(
            AddMonitor(monitor: "shop", client: "acme", check: .memory(MemoryCheck())))
        try desk.perform(
            ChangeMonitorState(monitor: "shop", to: .down, detail: "no memory"), by: .desk)
        let outage = try #require(desk.state.monitors["shop"]?.ticket)
        try desk.perform(MergeTickets(ticket: outage, into: 1))
        #expect(desk.state.monitors["shop"]?.ticket == 1)
        let count = desk.state.tickets.count
        for state in [MonitorState.up, .down] {
            try desk.perform(
                ChangeMonitorState(monitor: "shop", to: state, detail: "again"), by: .desk)
        }
        #expect(desk.state.tickets.count == count, "no other ticket is opened")
        try desk.perform(ResolveTicket(ticket: 1))
        #expect(desk.state.monitors["shop"]?.ticket == nil)
        try desk.perform(ReopenTicket(ticket: outage, reason: "again"))
        #expect(desk.state.monitors["shop"]?.ticket == 1)
    }

    @Test func aTimerGoesAlong() throws {
        var desk = try desk()
        try desk.perform(StartTimer(ticket: 2))
        #expect(
            refusal(MergeTickets(ticket: 2, into: 3), on: desk)
                == .relation(.runningTimer(2, of: desk.state.allTimers[0].by, into: 3)))
        try desk.perform(MergeTickets(ticket: 2, into: 1))
        try desk.perform(StopTimer(), at: "2026-10-05T11:00:00Z")
        #expect(desk.state.entries[1]?.ticket == 1 && desk.state.entries[1]?.actual == "1h")
    }

    @Test func mergesThatCannotBeAreRefused() throws {
        var desk = try desk()
        func into(_ rule: TicketRule) -> Refusal { .invalid(.into, .ticket(rule)) }
        #expect(
            refusal(MergeTickets(ticket: 4, into: 1), on: desk)
                == .relation(.otherClient(4, of: "zoo", into: 1, ofOther: "acme")))
        #expect(
            refusal(MergeTickets(ticket: 1, into: 1), on: desk) == into(.mergedIntoItself(1)))
        try desk.perform(MergeTickets(ticket: 2, into: 1))
        #expect(
            refusal(MergeTickets(ticket: 2, into: 3), on: desk)
                == .relation(.merged(2, 1)))
        try desk.perform(ResolveTicket(ticket: 1))
        #expect(
            refusal(MergeTickets(ticket: 3, into: 1), on: desk)
                == .ticketState(1, .resolved, .change))
    }

    @Test func ticketsThatWouldWaitForThemselvesAreNotMerged() throws {
        var desk = try desk()
        try desk.perform(LinkTickets(ticket: 1, kind: .blocks, to: 4))
        try desk.perform(LinkTickets(ticket: 4, kind: .blocks, to: 2))
        #expect(
            refusal(MergeTickets(ticket: 1, into: 2), on: desk)
                == .relation(.circle(2, 1)))
        try desk.perform(LinkTickets(ticket: 1, kind: .blocks, to: 3))
        try desk.perform(MergeTickets(ticket: 3, into: 1))
        #expect(try ticket(1, desk).links == [TicketLink(kind: .blocks, ticket: 4)])
    }

    // Splitting.

    @Test func aSplitTakesNotesAlongAndCountsFromWhenTheyCame() throws {
        var desk = try desk()
        try desk.perform(NoteTicket(ticket: 1, text: "stays"), at: "2026-10-05T09:10:00Z")
        try desk.perform(NoteTicket(ticket: 1, text: "goes"), at: "2026-10-05T09:20:00Z")
        try desk.perform(AddTime(ticket: 1, worked: "1h"))
        try desk.perform(SplitTicket(ticket: 1, subject: "Form", notes: [2]))
        let new = try ticket(5, desk)
        #expect(
            new.contract == 1 && new.level == .regular && new.clockStart == "2026-10-05T09:20:00Z")
        #expect(
            new.remarks.map(\.text) == ["goes", "continues ticket 1"] && new.remarks[0].of == 1)
        #expect(try ticket(1, desk).remarks.filter(\.isNote).map(\.text) == ["stays"])
        #expect(try ticket(1, desk).entries == [1] && new.entries.isEmpty)
        #expect(new.links == [TicketLink(kind: .continues, ticket: 1)])
        try desk.perform(WaitForClient(ticket: 1))
        try desk.perform(
            SplitTicket(ticket: 1, subject: "Rest", level: .emergency), at: "2026-10-06T09:00:00Z")
        let rest = try ticket(6, desk)
        #expect(rest.clockStart == "2026-10-05T09:00:00Z" && rest.clock?.stands == false)
        #expect(rest.level == .emergency && rest.state == .open)
    }

    @Test func onlyNotesAreSplitOff() throws {
        var desk = try desk()
        try desk.perform(AssignTicket(ticket: 1, to: "emil"))
        for place in [0, 1, 2] {
            #expect(
                refusal(SplitTicket(ticket: 1, subject: "s", notes: [place]), on: desk)
                    == .invalid(.notes, .ticket(.noSuchNote(1, place))))
        }
    }

    // Reopening.

    @Test func afterTheWindowANewTicketContinuesIt() throws {
        var desk = try desk()
        try desk.perform(ResolveTicket(ticket: 2), at: "2026-10-05T10:00:00Z")
        try desk.perform(
            ReopenTicket(ticket: 2, reason: "slow again"), at: "2026-10-19T10:00:00.001Z")
        let new = try ticket(5, desk)
        #expect(new.subject == "Cart" && new.body == "slow again" && new.contract == 1)
        #expect(new.links == [TicketLink(kind: .continues, ticket: 2)])
        #expect(try ticket(2, desk).links == [TicketLink(kind: .continuedBy, ticket: 5)])
        #expect(try ticket(2, desk).state == .resolved)
        #expect(
            refusal(ReopenTicket(ticket: 2, reason: "once more"), on: desk)
                == .relation(.continued(2, by: 5)))
    }

    @Test func aSplitForgetsNoPause() throws {
        var desk = try desk()
        try desk.perform(NoteTicket(ticket: 1, text: "goes"), at: "2026-10-05T10:00:00Z")
        try desk.perform(WaitForClient(ticket: 1), at: "2026-10-05T11:00:00Z")
        try desk.perform(ResumeTicket(ticket: 1), at: "2026-10-06T11:00:00Z")
        try desk.perform(SplitTicket(ticket: 1, subject: "Form", notes: [1]))
        let clock = try #require(ticket(5, desk).clock)
        #expect(clock.stops.map(\.from) == ["2026-10-05T11:00:00Z"] && !clock.stands)
        #expect(clock.respondedAt == nil && clock.start == "2026-10-05T10:00:00Z")
    }
}
