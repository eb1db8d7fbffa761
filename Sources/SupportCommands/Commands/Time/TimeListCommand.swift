import ArgumentParser
import SupportModel
import SupportWire

/// `supportc time list`.
struct TimeListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List time entries in order of work date.",
        discussion: "Example:\n  supportc time list --contract acme --cycle 2")

    @Option(
        help: ArgumentHelp("Only of this contract.", valueName: "contract"),
        transform: Reading.contract)
    var contract: ContractReference?

    @Option(
        help: ArgumentHelp("Only of this ticket.", valueName: "ticket"), transform: Reading.number)
    var ticket: Identifier<Ticket>?

    @Option(
        help: ArgumentHelp(
            "Only of this cycle, 1 for the first; goes with --contract.", valueName: "number"),
        transform: Reading.integer(1...Limits.termMonthsMax))
    var cycle: Int?

    @Flag(help: "List voided ones too.")
    var voided = false

    @Option(
        help: ArgumentHelp("The most to list; 200 unless said.", valueName: "number"),
        transform: Reading.integer(1...WireLimits.listCountMax))
    var limit: Int?

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if cycle != nil, contract == nil {
            throw ValidationError("--cycle goes with --contract; give both")
        }
    }

    func request(_ input: Input) -> TimeList {
        TimeList(
            contract: contract, ticket: ticket, cycle: cycle, voided: voided ? true : nil,
            limit: limit)
    }

    func show(_ reply: TimeList.Reply, on page: inout Page) {
        if let timers = reply.timers, !timers.isEmpty {
            page.table(TimerRows.table(timers), none: "")
            page.line()
        }
        page.table(EntryRows.table(reply.entries), none: "no time entries")
        if reply.more { page.remark(Words.more(reply.entries.count, "entries")) }
    }

    func identifiers(_ reply: TimeList.Reply) -> [String] {
        reply.entries.map(\.entry.description)
    }
}
