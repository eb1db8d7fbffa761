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
