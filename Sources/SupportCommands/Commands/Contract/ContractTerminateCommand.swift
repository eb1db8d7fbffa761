import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract terminate`.
struct ContractTerminateCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminate",
        abstract: "End a contract before its term is over, and list what is owed.",
        discussion:
            "Example:\n  supportc contract terminate acme --reason 'the shop closes' --last-day 2026-11-30 --dry-run"
    )

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Option(
        help: ArgumentHelp(
            "The last day on which it holds; today unless said.", valueName: "date"),
        transform: Reading.date)
    var lastDay: CivilDate?

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ContractTerminate {
        ContractTerminate(
            contract: contract, reason: reason, lastDay: lastDay, dryRun: dryRun ? true : nil)
    }

    func show(_ reply: ContractTerminate.Reply, on page: inout Page) {
        let contract = reply.contract
        let last = contract.termination?.lastDay ?? contract.end.advanced(byDays: -1)
        page.line(
            "contract \(contract.contract, .strong) \(reply.dryRun ? "would end" : "ends") "
                + "after \(last): \(contract.termination?.reason ?? reason)")
        page.facts([
            "  closes": closes(reply),
            "  expires": reply.owed.flatMap { $0.from < $0.to ? $0 : nil }.map {
                "\($0.expiring, .strong) with cycle \($0.cycle)"
                    + (contract.standing == .ended ? "" : ", unless they are used before")
            },
            "  later": reply.laterCycles > 0
                ? "\(Words.count(reply.laterCycles, "more cycle")) until then, each with its own fee"
                : nil,
            "  others": EntryLines.others(reply),
            "  statement": EntryLines.statement(reply),
            "  tickets": reply.openTickets.isEmpty ? "none is open" : nil,
        ])
        for group in reply.dissolved ?? [] {
            let verb = reply.dryRun ? "would no longer be" : "are no longer"
            page.line(
                "  \(ContractWords.cycles(group.cycles)) \(verb) grouped (R11; \(group.agreedBy) "
                    + "agreed: \(group.reason))")
            page.line("  what passes the first one's own hours is extra")
        }
        showWhatIsLeft(reply, on: &page)
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    /// Which cycle is the last, and when it closes.
    private func closes(_ reply: ContractTerminate.Reply) -> StyledText {
        guard let cycle = reply.contract.cycle else { return "nothing: no cycle is open" }
        if let owed = reply.owed, owed.from >= owed.to {
            return "nothing: it rests between two cycles"
        }
        let last = cycle.cycle + reply.laterCycles
        return reply.contract.standing == .ended
            ? "cycle \(last), at once" : "cycle \(last), by itself at the end of that day"
    }

    private func showWhatIsLeft(_ reply: ContractTerminate.Reply, on page: inout Page) {
        if let owed = reply.owed {
            let last = owed.to.advanced(byDays: -1)
            page.heading(
                owed.from < owed.to
                    ? "owed for cycle \(owed.cycle), \(owed.from) to \(last), as it stands"
                    : "owed for what was booked late or voided, as it stands")
            page.table(OwedRows.table(owed), none: "")
        }
        guard !reply.openTickets.isEmpty else { return }
        page.heading("tickets still open")
        page.table(OwedRows.table(reply.openTickets), none: "")
        if reply.moreTickets {
            page.remark("only \(reply.openTickets.count) tickets are shown")
        }
    }

    func identifiers(_ reply: ContractTerminate.Reply) -> [String] {
        [reply.contract.contract.description]
    }
}
