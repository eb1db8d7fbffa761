import SupportModel
import SupportTestKit
import Testing

/// A ticket from its opening to its filing, and back.
struct TicketLifeTests {
    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    private func state(_ desk: DeskFixture) -> TicketState? { desk.state.tickets[1]?.state }

    @Test func itGoesFromOpenToActiveToResolvedToClosed() throws {
        var desk = try desk()
        #expect(state(desk) == .open)
        try desk.perform(AssignTicket(ticket: 1, to: "emil"))
        #expect(state(desk) == .active)
        try desk.perform(ResolveTicket(ticket: 1, note: "done"))
        #expect(state(desk) == .resolved)
        #expect(desk.state.liveTickets.all.count == 0)
        try desk.perform(CloseTicket(ticket: 1))
        #expect(state(desk) == .closed)
        #expect(
            desk.state.tickets[1]?.remarks.map(\.text)
                == ["assigned to emil", "resolved: done", "closed"])
    }

    @Test func bookingTimeMakesItActive() throws {
        var desk = try desk()
        try desk.book("1h")
        #expect(state(desk) == .active)
    }

    @Test func takingItFromEverybodyOpensItAgain() throws {
        var desk = try desk()
        try desk.perform(AssignTicket(ticket: 1, to: "mara"))
        try desk.perform(AssignTicket(ticket: 1, to: nil))
        #expect(state(desk) == .open)
        #expect(desk.state.tickets[1]?.assignee == nil)
    }

    @Test func workOnAResolvedTicketCanBeBookedButNotOnAClosedOne() throws {
        var desk = try desk()
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.book("1h")
        #expect(state(desk) == .resolved)
        try desk.perform(CloseTicket(ticket: 1))
        #expect(
            refusal(AddTime(ticket: 1, worked: "1h"), on: desk) == .ticketState(1, .closed, .work),
            "booked on a closed ticket")
    }

    @Test(arguments: [TicketState.resolved, .closed])
    func itCanBeReopenedForFourteenDays(from: TicketState) throws {
        var desk = try desk()
        try desk.perform(AssignTicket(ticket: 1, to: "emil"))
        try desk.perform(ResolveTicket(ticket: 1))
        if from == .closed { try desk.perform(CloseTicket(ticket: 1)) }
        try desk.advance(to: "2026-10-19T09:00:00.001Z")
        let reopen = ReopenTicket(ticket: 1, reason: "it came back")
        var late = desk
        try late.perform(reopen)
        #expect(state(late) == from && late.state.tickets[2]?.body == "it came back")
        try desk.perform(reopen, at: "2026-10-19T09:00:00Z")
        #expect(state(desk) == .active)
        #expect(desk.state.tickets[1]?.resolvedAt == nil)
        #expect(Array(desk.state.liveTickets.all.elements) == [1])
    }

    @Test func nobodyWhoHasLeftTakesItUpAgain() throws {
        var desk = try desk()
        try desk.perform(AssignTicket(ticket: 1, to: "emil"))
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.perform(RemoveStaff(staff: "emil"))
        try desk.perform(ReopenTicket(ticket: 1, reason: "it came back"))
        #expect(desk.state.tickets[1]?.assignee == nil)
        #expect(state(desk) == .open)
    }

    /// Each row: how far the ticket went, and what is then refused.
    @Test func everyStateRefusesWhatDoesNotFit() throws {
        var desk = try desk()
        func refused(_ command: some Command) -> TicketState? {
            guard case .ticketState(1, let state, _) = refusal(command, on: desk) else {
                return nil
            }
            return state
        }
        #expect(refused(CloseTicket(ticket: 1)) == .open)
        #expect(refused(ReopenTicket(ticket: 1, reason: "x")) == .open)
        try desk.perform(AssignTicket(ticket: 1, to: "emil"))
        #expect(refused(CloseTicket(ticket: 1)) == .active)
        try desk.perform(ResolveTicket(ticket: 1))
        for final in [TicketState.resolved, .closed] {
            #expect(refused(ResolveTicket(ticket: 1, note: "kept")) == final)
            #expect(refused(AssignTicket(ticket: 1, to: "mara")) == final)
            #expect(refused(ChangeTicketLevel(ticket: 1, level: .emergency)) == final)
            if final == .resolved { try desk.perform(CloseTicket(ticket: 1)) }
        }
        #expect(refused(ResolveTicket(ticket: 1)) == .closed)
        try desk.perform(NoteTicket(ticket: 1, text: "a note goes with any state"))
    }

    /// No second line in the history, and no new version.
    @Test func whatIsSoAlreadyRecordsNothing() throws {
        var desk = try desk()
        func recordsNothing(_ command: some Command) throws -> Bool {
            let before = desk.state.tickets[1]
            return try desk.perform(command).isEmpty && desk.state.tickets[1] == before
        }
        #expect(try recordsNothing(AssignTicket(ticket: 1, to: nil)))
        try desk.perform(AssignTicket(ticket: 1, to: "emil"))
        #expect(try recordsNothing(AssignTicket(ticket: 1, to: "emil")))
        let level = try #require(desk.state.tickets[1]).level
        #expect(try recordsNothing(ChangeTicketLevel(ticket: 1, level: level)))
        #expect(
            refusal(ChangeTicketLevel(ticket: 1, level: level, reason: " "), on: desk)
                == .invalid(.reason, .text(.empty)))
        try desk.perform(ResolveTicket(ticket: 1))
        #expect(try recordsNothing(ResolveTicket(ticket: 1)))
        try desk.perform(CloseTicket(ticket: 1))
        #expect(try recordsNothing(CloseTicket(ticket: 1)))
    }

    @Test func aTicketNamesItsPayer() throws {
        var desk = try desk()
        try desk.perform(AddClient(client: "boot", name: "Boot Ltd"))
        let open = OpenTicket(client: "boot", level: .regular, subject: "Logo")
        #expect(refusal(open, on: desk) == .contractAmbiguous("boot", active: [], use: .newTicket))
        let foreign = OpenTicket(client: "boot", level: .regular, subject: "Logo", contract: 1)
        #expect(
            refusal(foreign, on: desk)
                == .invalid(.contract, .ticket(.contract(1, of: "acme", for: "boot"))),
            "another client's contract pays")
        let both = OpenTicket(
            client: "acme", level: .regular, subject: "Logo", contract: 1, onDemand: true)
        #expect(
            refusal(both, on: desk) == .invalid(.onDemand, .ticket(.contractAndOnDemand)),
            "on demand on a contract")
        try desk.sign("standard", from: "2026-10-01", months: 1)
        let either = OpenTicket(client: "acme", level: .regular, subject: "Logo")
        #expect(
            refusal(either, on: desk)
                == .contractAmbiguous("acme", active: [1, 2], use: .newTicket))
    }

    @Test func anArchivedClientGetsNothingNew() throws {
        var desk = try desk()
        try desk.perform(AddClient(client: "boot", name: "Boot Ltd"))
        try desk.perform(
            OpenTicket(client: "boot", level: .regular, subject: "Logo", onDemand: true))
        #expect(
            refusal(ArchiveClient(client: "boot"), on: desk)
                == .inUse(.client("boot"), by: .ticket(2)), "archived with a live ticket")
        try desk.perform(ResolveTicket(ticket: 2))
        try desk.perform(ArchiveClient(client: "boot"))
        let archived = Refusal.clientArchived("boot")
        #expect(refusal(ArchiveClient(client: "boot"), on: desk) == archived)
        #expect(refusal(ReopenTicket(ticket: 2, reason: "again"), on: desk) == archived)
        #expect(refusal(AddTime(ticket: 2, worked: "1h"), on: desk) == archived)
        let open = OpenTicket(client: "boot", level: .regular, subject: "Logo", onDemand: true)
        #expect(refusal(open, on: desk) == archived)
        let sign = SignContract(
            client: "boot", package: "starter", from: "2026-10-01", months: 1, manager: "mara")
        #expect(refusal(sign, on: desk) == archived)
        let add = AddMonitor(monitor: "shop", client: "boot", check: .memory(MemoryCheck()))
        #expect(refusal(add, on: desk) == archived)
        #expect(
            refusal(ArchiveClient(client: "acme"), on: desk)
                == .inUse(.client("acme"), by: .contract(1)), "archived with a running contract")
    }

    @Test("only a contract that runs pays for a ticket, whether it is named or found")
    func thePayerRuns() throws {
        var desk = try desk()
        func refused(_ contract: Identifier<Contract>?) -> ContractStanding? {
            let open = OpenTicket(
                client: "acme", level: .regular, subject: "Logo", contract: contract)
            guard case .contractNotActive(1, let standing, _, _, _) = refusal(open, on: desk) else {
                return nil
            }
            return standing
        }
        try desk.perform(SuspendContract(contract: .number(1), reason: "no shop"))
        #expect([refused(1), refused(nil)] == [.suspended, .suspended])
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-10-04", reason: "it closes"))
        #expect([refused(1), refused(nil)] == [.ended, .ended])
    }

    @Test(
        "a ticket names the service that was asked for, or troubleshooting, and one that there is")
    func theService() throws {
        var desk = try desk()
        func open(_ service: Name<Service>?) -> OpenTicket {
            OpenTicket(client: "acme", level: .regular, subject: "Logo", service: service)
        }
        try desk.perform(open("design"))
        try desk.perform(open(nil))
        #expect(desk.state.tickets[2]?.service == "design")
        #expect(desk.state.tickets[3]?.service == "troubleshooting")
        #expect(refusal(open("cooking"), on: desk) == .unknown(.service, "cooking"))
    }
}
