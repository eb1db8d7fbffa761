import SupportModel
import SupportWire

/// Ending a contract, and grouping its hours.
extension ContractRoutes {
    static func terminated(_ done: Done<TerminateContract.Made>) -> TerminateContract.Reply {
        let hours = BookedHours(done.made.hours, done.desk)
        let contract = hours.contract
        let open = done.state.liveTickets.of(contract.number).elements
            .compactMap { done.state.tickets[$0] }
        let (shown, more) = ListLimit.usual.cut(open)
        let details = TerminateContract.Details(
            owed: owed(hours, done.desk), laterCycles: laterCycles(contract),
            openTickets: shown.map(TicketView.init), moreTickets: more,
            dissolved: done.made.dissolved?.map(GroupView.init))
        // What is owed takes the place of the balance.
        var effect = hours.effect
        effect.balance = nil
        return ContractReply(
            contract: ContractView(contract, at: done.desk.now), dryRun: done.isDryRun, details,
            effect)
    }

    static func kept(_ done: Done<KeepContract.Made>) -> KeepContract.Reply {
        done.reply(
            BookedHours(done.made.hours, done.desk), besideOthers: true,
            KeepContract.Details(was: done.made.was))
    }

    /// The open cycle's statement as it stands, with its new end.
    private static func owed(_ hours: BookedHours, _ desk: DeskView) -> OwedView? {
        guard let open = hours.contract.account.open else { return nil }
        let statement = desk.state.statement(
            of: hours.contract, open, hours.coverage,
            titles: desk.settings.catalogue.serviceTitles)
        return OwedView(statement)
    }

    /// How many cycles begin after the open one and by the last day.
    private static func laterCycles(_ contract: Contract) -> Int {
        guard let open = contract.account.open else { return 0 }
        return (open.index + 1..<max(open.index + 1, contract.months))
            .prefix { contract.comes(cycle: $0) }.count
    }

    static func grouping(_ request: GroupHours, _ desk: DeskView) throws -> GroupHours {
        try CycleNumbers.expectTwo(request.cycles, of: GroupHours.method.name)
        return request
    }

    static func grouped(_ done: Done<GroupHours.Made>) -> GroupHours.Reply {
        let (group, hours) = (done.made.group, BookedHours(done.made.hours, done.desk))
        let contract = hours.contract
        let end = min(contract.end, contract.boundary(ofCycle: group.second + 1))
        return done.reply(
            hours,
            GroupHours.Details(
                group: GroupView(group), expires: contract.openSuspension == nil ? end : nil))
    }

    static func ungrouping(_ request: UngroupHours, _ desk: DeskView) throws -> UngroupHours {
        if let cycles = request.cycles {
            try CycleNumbers.expectTwo(cycles, of: UngroupHours.method.name)
        }
        return request
    }

    static func ungrouped(_ done: Done<UngroupHours.Made>) -> UngroupHours.Reply {
        let (first, hours) = (done.made.first, BookedHours(done.made.hours, done.desk))
        return done.reply(hours, UngroupHours.Details(cycles: [first + 1, first + 2]))
    }
}

extension Done {
    /// The answer to a change of a contract.
    ///
    /// - Parameter besideOthers: whether it names the contracts that hold for the same project.
    func reply<Details: View>(
        _ hours: BookedHours, besideOthers: Bool = false, _ details: Details
    ) -> ContractReply<Details> {
        let contract =
            besideOthers
            ? desk.viewBesideOthers(hours.contract) : ContractView(hours.contract, at: desk.now)
        return ContractReply(contract: contract, dryRun: isDryRun, details, hours.effect)
    }
}

extension DeskView {
    /// A contract with the others that hold for the same project, which is mostly a mistake.
    func viewBesideOthers(_ contract: Contract) -> ContractView {
        var view = ContractView(contract, at: now)
        let others = state.contractsBeside(contract).map(\.number)
        view.beside = others.isEmpty ? nil : others
        return view
    }
}

/// Cycles as callers count them.
enum CycleNumbers {
    /// Refuses other numbers than those of cycles, from 1, and more or fewer than two.
    static func expectTwo(_ numbers: [Int], of method: String) throws(WireError) {
        let known = 1...Limits.contractMonthsMax
        guard numbers.count == 2, numbers.allSatisfy(known.contains) else {
            throw .badParameters(
                method,
                "cycles: two numbers from 1 to \(known.upperBound) are wanted, such as [2,3]")
        }
    }
}
