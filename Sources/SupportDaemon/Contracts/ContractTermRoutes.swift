import SupportModel
import SupportWire

/// Answers `contract.terminate`.
enum ContractTerminateHandler: MutationHandler {
    static func command(_ request: ContractTerminate, _ desk: DeskView) throws -> TerminateContract
    {
        TerminateContract(
            contract: request.contract, lastDay: request.lastDay, reason: request.reason)
    }

    static func isDryRun(_ request: ContractTerminate) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractTerminate, _ done: Done) throws -> ContractTerminate.Reply
    {
        let contract = try done.view.changed(request.contract)
        let open = done.view.state.liveTickets
            .compactMap { done.view.state.tickets[$0] }
            .filter { $0.contract == contract.number }
            .sorted { $0.number < $1.number }
        let (shown, more) = try ListLimit(nil).cut(open)
        let dissolved = done.event(ContractTerminated.self)?.dissolved
        var reply = ContractTerminate.Reply(
            contract: ContractView(contract, at: done.view.now), dryRun: done.isDryRun,
            owed: owed(contract, done.view), laterCycles: laterCycles(contract),
            openTickets: shown.map(TicketView.init), moreTickets: more,
            dissolved: dissolved?.map(GroupView.init))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }

    /// The open cycle's statement as it stands, with its new end.
    private static func owed(_ contract: Contract, _ desk: DeskView) -> OwedView? {
        guard let open = contract.account.open else { return nil }
        let statement = desk.state.statement(
            of: contract, open, Coverage(of: contract),
            titles: desk.settings.catalogue.serviceTitles)
        return OwedView(statement)
    }

    /// How many cycles begin after the open one and by the last day.
    private static func laterCycles(_ contract: Contract) -> Int {
        guard let open = contract.account.open else { return 0 }
        return (open.index + 1..<max(open.index + 1, contract.months))
            .prefix { contract.comes(cycle: $0) }.count
    }
}

/// Answers `contract.group`.
enum ContractGroupHandler: MutationHandler {
    static func command(_ request: ContractGroup, _ desk: DeskView) throws -> GroupHours {
        GroupHours(
            contract: request.contract,
            cycles: try CycleNumbers.indexes(request.cycles, of: ContractGroup.method),
            agreement: Agreement(by: request.agreedBy, reason: request.reason),
            weeklyLimit: request.weeklyLimit)
    }

    static func isDryRun(_ request: ContractGroup) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractGroup, _ done: Done) throws -> ContractGroup.Reply {
        let contract = try done.view.changed(request.contract)
        guard let first = done.event(HoursGrouped.self)?.first,
            let group = contract.group(ofCycle: first)
        else { throw Refusal.unknown(.contract, request.contract.description) }
        let end = min(contract.end, contract.boundary(ofCycle: group.second + 1))
        var reply = ContractGroup.Reply(
            contract: ContractView(contract, at: done.view.now), dryRun: done.isDryRun,
            group: GroupView(group), expires: contract.openSuspension == nil ? end : nil,
            balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}

/// Answers `contract.ungroup`.
enum ContractUngroupHandler: MutationHandler {
    static func command(_ request: ContractUngroup, _ desk: DeskView) throws -> UngroupHours {
        UngroupHours(
            contract: request.contract,
            cycles: try request.cycles.map {
                try CycleNumbers.indexes($0, of: ContractUngroup.method)
            },
            reason: request.reason)
    }

    static func isDryRun(_ request: ContractUngroup) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractUngroup, _ done: Done) throws -> ContractUngroup.Reply {
        let contract = try done.view.changed(request.contract)
        guard let first = done.event(HoursUngrouped.self)?.first else {
            throw Refusal.unknown(.contract, request.contract.description)
        }
        var reply = ContractUngroup.Reply(
            contract: ContractView(contract, at: done.view.now), dryRun: done.isDryRun,
            cycles: [first + 1, first + 2], balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}

/// What the answers to changes of a contract have in common.
extension DeskView {
    /// The contract that the last record changed: after a change a client's name may mean another
    /// one, or none.
    func changed(_ reference: ContractReference) throws(Refusal) -> Contract {
        if case .client(let name) = reference {
            let own = (state.contractsOfClient[name] ?? []).compactMap { state.contracts[$0] }
            if let contract = own.last(where: { $0.version == state.sequence }) { return contract }
        }
        return try state.contract(reference, at: now)
    }

    /// A contract with the others that hold for the same project, which is mostly a mistake.
    func viewBesideOthers(_ contract: Contract) -> ContractView {
        var view = ContractView(contract, at: now)
        let others = state.contractsBeside(contract).map(\.number)
        view.beside = others.isEmpty ? nil : others
        return view
    }

    /// Where the hours of a contract stand; nil where no cycle is open.
    func openBalance(_ contract: Contract) throws(Refusal) -> BalanceView? {
        guard let open = contract.account.open else { return nil }
        let today = try zone(contract.zone).date(at: state.believed(now))
        let balance = HourBalance(
            contract: contract, cycle: open, coverage: Coverage(of: contract), today: today)
        return BalanceView(balance, of: contract)
    }
}

extension Done {
    /// The event of a kind, if one happened.
    func event<Kind: DeskEvent>(_ kind: Kind.Type) -> Kind? {
        events.lazy.compactMap { $0.body as? Kind }.first
    }
}

/// Cycles as callers count them.
enum CycleNumbers {
    /// The indexes of two cycles that a caller counts from 1; other numbers, or not two, are refused.
    static func indexes(_ numbers: [Int], of method: String) throws(WireError) -> [Int] {
        let known = 1...Limits.contractMonthsMax
        guard numbers.count == 2, numbers.allSatisfy(known.contains) else {
            throw .badParameters(
                method,
                "cycles: two numbers from 1 to \(known.upperBound) are wanted, such as [2,3]")
        }
        return numbers.map { $0 - 1 }
    }
}
