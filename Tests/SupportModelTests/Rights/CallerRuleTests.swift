import SupportModel
import SupportTestKit
import Testing

/// What a request may do beyond its method, by who makes it (R7, R9, R11).
struct CallerRuleTests {
    private static let emil = acting("emil", .engineer)
    private static let mara = acting("mara", .manager)
    private static let operate = acting("olga", .operator)
    private static let emilsUser = Principal.user(uid: 1001, name: "emil")
    private static let marasUser = Principal.user(uid: 1002, name: "mara")

    private static func acting(_ name: Name<Staff>, _ role: Role) -> Acting {
        Acting(staff: name, capacity: .role(role), permissions: RolePermissions.usual[role])
    }

    private func october() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    @Test func anEngineerBooksOwnTime() throws {
        var desk = try october()
        try desk.perform(AddTime(ticket: 1, worked: "1h"), by: Self.emilsUser, acting: Self.emil)
        #expect(try desk.state.entry(1).staff == "emil")
        try desk.perform(
            AddTime(ticket: 1, worked: "1h", performer: .named("me")), by: Self.emilsUser,
            acting: Self.emil)
        #expect(try desk.state.entry(2).staff == "emil")
        let others = AddTime(ticket: 1, worked: "1h", performer: .named("mara"))
        #expect(
            refusal(of: others, by: Self.emilsUser, Self.emil, on: desk)
                == .notPermitted(.timeOf("mara")))
        let nobody = AddTime(ticket: 1, worked: "1h", performer: .named("nobody"))
        #expect(
            refusal(of: nobody, by: Self.emilsUser, Self.emil, on: desk)
                == .unknown(.staff, "nobody"))
    }

    @Test func aManagerBooksForOthersAndTheEntryIsTheirs() throws {
        var desk = try october()
        try desk.perform(
            AddTime(ticket: 1, worked: "1h", performer: .named("emil")), by: Self.marasUser,
            acting: Self.mara)
        let entry = try desk.state.entry(1)
        #expect(entry.staff == "emil" && entry.bookedBy == Self.marasUser)
        // It is emil's to correct, and stays his.
        try desk.perform(
            EditTime(entry: 1, reason: "a break", minutes: "30m"), by: Self.emilsUser,
            acting: Self.emil)
        #expect(try desk.state.entry(2).staff == "emil")
        #expect(try desk.state.entry(2).bookedBy == Self.marasUser)
    }

    @Test func aManagerStopsTheTimerOfOthersAndTheWorkIsTheirs() throws {
        var desk = try october()
        try desk.perform(StartTimer(ticket: 1), by: Self.emilsUser, acting: Self.emil)
        try desk.advance(to: "2026-10-05T10:30:00Z")
        #expect(
            refusal(of: StopTimer(whose: "mara"), by: Self.emilsUser, Self.emil, on: desk)
                == .timer(.noneOf("mara")))
        #expect(
            refusal(of: StopTimer(), by: Self.marasUser, Self.mara, on: desk) == .timer(.none))
        #expect(
            refusal(of: RemoveStaff(staff: "emil"), by: Self.marasUser, Self.operate, on: desk)
                == .inUse(.staff("emil"), by: .runningTimer("emil", on: 1)))
        try desk.perform(StopTimer(whose: "emil"), by: Self.marasUser, acting: Self.mara)
        let entry = try desk.state.entry(1)
        #expect(entry.staff == "emil" && entry.bookedBy == Self.marasUser)
        #expect(entry.actual == "1h30m")
        #expect(desk.state.timers.isEmpty)
    }

    @Test func anEngineerStopsOnlyTheOwnTimer() throws {
        var desk = try october()
        try desk.perform(StartTimer(ticket: 1), by: Self.marasUser, acting: Self.mara)
        try desk.advance(to: "2026-10-05T10:30:00Z")
        for discard in [false, true] {
            let stop = StopTimer(whose: "mara", discard: discard)
            #expect(
                refusal(of: stop, by: Self.emilsUser, Self.emil, on: desk)
                    == .notPermitted(.timerOf("mara")))
        }
        try desk.perform(
            StopTimer(whose: "me", discard: true), by: Self.marasUser, acting: Self.mara)
        #expect(desk.state.timers.isEmpty)
    }

    @Test func aTimerIsTheUsersWhateverTheNameWasAtTheTime() throws {
        var desk = try october()
        let (unnamed, named) = (
            Principal.user(uid: 2000, name: "2000"), Principal.user(uid: 2000, name: "gus")
        )
        let member = Acting(
            staff: nil, capacity: .role(.engineer), permissions: RolePermissions.usual[.engineer])
        try desk.perform(StartTimer(ticket: 1), by: unnamed, acting: member)
        #expect(
            refusal(of: StartTimer(ticket: 1), by: named, member, on: desk)
                == .timer(.running(1, since: "2026-10-05T09:00:00Z")))
        try desk.advance(to: "2026-10-05T09:20:00Z")
        // Of somebody who is not of the staff it is named by the user.
        try desk.perform(
            StopTimer(whose: "2000", discard: true), by: Self.marasUser, acting: Self.mara)
        try desk.perform(StartTimer(ticket: 1), by: unnamed, acting: member)
        try desk.advance(to: "2026-10-05T09:40:00Z")
        try desk.perform(StopTimer(), by: named, acting: member)
        #expect(desk.state.timers.isEmpty)
        #expect(try desk.state.entry(1).staff == nil)
    }

    @Test func theWorkOfOthersIsNotChangedWithoutThePermission() throws {
        var desk = try october()
        try desk.perform(AddTime(ticket: 1, worked: "1h"), by: Self.marasUser, acting: Self.mara)
        try desk.perform(AddTime(ticket: 1, worked: "1h"))
        for (entry, owner) in [(Identifier<TimeEntry>(1), Name<Staff>("mara")), (2, nil)] {
            let forbidden = Refusal.notPermitted(.entryOf(try #require(entry), owner))
            let entry = try #require(entry)
            #expect(
                refusal(
                    of: VoidTime(entry: entry, reason: "r"), by: Self.emilsUser, Self.emil, on: desk
                )
                    == forbidden)
            #expect(
                refusal(
                    of: EditTime(entry: entry, reason: "r", minutes: "5m"), by: Self.emilsUser,
                    Self.emil, on: desk) == forbidden)
        }
        // Who booked it before there were members of staff may still take it back.
        var own = desk
        try own.perform(AddTime(ticket: 1, worked: "1h"), by: Self.emilsUser)
        try own.perform(
            VoidTime(entry: 3, reason: "r"), by: Self.emilsUser, acting: Self.emil)
        try desk.perform(VoidTime(entry: 1, reason: "r"), by: Self.marasUser, acting: Self.mara)
    }

    @Test func anAgreementIsTheCallersOwn() throws {
        var desk = try october()
        let named = AddTime(
            ticket: 1, worked: "21h", agreement: Agreement(by: "mara", reason: "launch"))
        let own = AddTime(
            ticket: 1, worked: "21h", agreement: Agreement(by: "me", reason: "launch"))
        #expect(
            refusal(of: named, by: Self.emilsUser, Self.emil, on: desk)
                == .notPermitted(.agreementOf("mara")))
        #expect(
            refusal(of: own, by: Self.emilsUser, Self.emil, on: desk)
                == .notAManager("emil", .engineer))
        #expect(
            refusal(of: own, by: DeskFixture.person, .owner, on: desk)
                == .callerIsNobody(.agreedBy))
        try desk.perform(own, by: Self.marasUser, acting: Self.mara)
        #expect(try desk.state.entry(1).agreement?.by == "mara")
        // A correction keeps what was agreed, whoever makes it.
        var second = desk
        try second.perform(AddStaff(staff: "petro", role: .manager))
        try second.perform(
            EditTime(entry: 1, reason: "the note", note: "design"), by: Self.emilsUser,
            acting: Self.acting("petro", .manager))
        #expect(try second.state.entry(2).agreement?.by == "mara")
        // It is for no more work than that, and for that week.
        for edit in [
            EditTime(entry: 2, reason: "more", minutes: "22h"),
            EditTime(entry: 2, reason: "another week", on: "2026-10-04"),
        ] {
            #expect(
                refusal(of: edit, by: Self.emilsUser, Self.acting("petro", .manager), on: second)
                    == .notPermitted(.agreementOf("mara")))
        }
        // Two managers do not agree for each other.
        #expect(
            refusal(
                of: named, by: Self.emilsUser, Self.acting("petro", .manager), on: second)
                == .notPermitted(.agreementOf("mara")))
    }

    @Test func cyclesAreGroupedByTheCallerUnlessAnOperatorNamesAnother() throws {
        let desk = try october()
        let own = GroupHours(contract: .number(1), cycles: [1, 2], reason: "launch")
        let named = GroupHours(
            contract: .number(1), cycles: [1, 2], agreedBy: "mara", reason: "launch")
        var first = desk
        try first.perform(own, by: Self.marasUser, acting: Self.mara)
        #expect(first.state.contracts[1]?.groups?.first?.agreement.by == "mara")
        var second = desk
        try second.perform(named, acting: Self.operate)
        #expect(second.state.contracts[1]?.groups?.first?.agreement.by == "mara")
        #expect(
            refusal(of: own, by: DeskFixture.person, Self.operate, on: desk)
                == .notAManager("olga", .operator) || desk.state.staff["olga"] == nil)
    }

    @Test func meIsTheCallerAndNobodysName() throws {
        var desk = try october()
        try desk.perform(AssignTicket(ticket: 1, to: "me"), acting: Self.emil)
        #expect(try desk.state.ticket(1).assignee == "emil")
        #expect(
            refusal(of: AssignTicket(ticket: 1, to: "me"), by: DeskFixture.person, .owner, on: desk)
                == .callerIsNobody(.assignee))
        #expect(
            refusal(
                of: AddStaff(staff: "me", role: .viewer), by: DeskFixture.person, .owner, on: desk)
                == .invalid(.staffName, .meansTheCaller))
        try desk.perform(
            SignContract(client: "acme", package: "starter", from: "2026-11-01", months: 1),
            acting: Self.mara)
        #expect(desk.state.contracts[2]?.manager == "mara")
    }

    private func refusal(
        of command: some Command, by principal: Principal, _ acting: Acting, on desk: DeskFixture
    ) -> Refusal? {
        var copy = desk
        do throws(Refusal) {
            try copy.perform(command, by: principal, acting: acting)
            return nil
        } catch {
            #expect(copy.state.sequence == desk.state.sequence)
            return error
        }
    }
}
