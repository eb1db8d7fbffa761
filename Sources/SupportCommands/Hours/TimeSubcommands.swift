import ArgumentParser
import SupportModel
import SupportWire

/// `supportc time`.
struct TimeCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "time", "The time booked on tickets.",
        [
            TimeAddCommand.self, TimeStartCommand.self, TimeStopCommand.self, TimeVoidCommand.self,
            TimeEditCommand.self, TimeListCommand.self,
        ])
}

/// `supportc time add`.
struct TimeAddCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "add", "Book work on a ticket.",
        example: "supportc time add 12 2h30m --note 'found the lock' --dry-run")

    @Argument var ticket: Identifier<Ticket>

    @Argument(help: "The work, such as 2h30m.", transform: Reading.work)
    var duration: Minutes

    @Option(
        "The day of the work: a date, yesterday, monday or -2d; today where the contract is unless said.",
        value: "day", Reading.day)
    var on: DayReference?

    @Option("The service; that of the ticket unless said.", value: "service", Reading.name)
    var service: Name<Service>?

    @Option("What was done; - reads standard input.", value: "text")
    var note: String?

    @Option(named: "for", "Who did the work; you unless said.", value: "staff", Reading.name)
    var worker: Name<Staff>?

    @OptionGroup var exception: ExceptionOptions

    @Flag(help: "It is more than 24 hours in one entry, and meant so.")
    var long = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func request(_ input: Input) throws -> TimeAdd {
        TimeAdd(
            ticket: ticket, minutes: duration, on: on, service: service,
            note: try note.map(input.text), extra: exception.extra ? true : nil, staff: worker,
            agreedBy: exception.agreedBy, late: exception.late ? true : nil,
            reason: exception.reason, long: long ? true : nil)
    }

    func show(_ reply: TimeAdd.Reply, on page: inout Page) {
        let entry = reply.entry
        let late = reply.settlement == nil && reply.onDemand?.adjusts == nil ? "" : " late"
        let did: StyledText =
            reply.dryRun ? "would book\(late)" : "entry \(entry.entry, .strong) booked\(late):"
        page.line("\(did) \(EntryLines.work(entry))")
        page.facts([
            "  covered": EntryLines.coverage(entry, reply.settlement),
            "  costs": reply.settlement.flatMap(SettlementLines.cost),
            "  shown": EntryLines.place(reply.settlement, reply.onDemand),
            "  others": EntryLines.others(reply.effect),
            "  statement": EntryLines.statement(reply.effect, reply.onDemand),
            "  after": reply.balance.map(BalanceLines.after),
            "  last week": reply.balance.flatMap(BalanceLines.lastWeek),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }

    func identifiers(_ reply: TimeAdd.Reply) -> [String] {
        reply.dryRun ? [] : [reply.entry.entry.description]
    }
}

/// `supportc time void`.
struct TimeVoidCommand: EndingCommand {
    static let configuration = CommandConfiguration.verb(
        "void", "Take a booking back; it stays on record.",
        example: "supportc time void 41 --reason 'booked on the wrong ticket'")

    @Argument var entry: Identifier<TimeEntry>

    @Option("Why.", value: "text")
    var reason: String

    @Flag(help: "The entry lies in a closed cycle or month.")
    var late = false

    @OptionGroup var confirmation: ConfirmationOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    var act: String { "void entry \(entry)" }

    static let showsDryRun = true

    func request(_ input: Input) -> VoidTime {
        VoidTime(
            entry: entry, reason: reason, late: late ? true : nil)
    }

    func show(_ reply: VoidTime.Reply, on page: inout Page) {
        let entry = reply.entry
        let late = reply.settlement == nil && reply.onDemand?.adjusts == nil ? "" : " late"
        let verb = reply.dryRun ? "would be voided\(late)" : "voided\(late)"
        page.line("entry \(entry.entry, .strong) \(verb): \(EntryLines.work(entry))")
        page.facts([
            "  settled": reply.settlement.flatMap(SettlementLines.giveBack),
            "  credit": reply.settlement.flatMap(SettlementLines.cost),
            "  shown": EntryLines.place(reply.settlement, reply.onDemand),
            "  others": EntryLines.others(reply.effect),
            "  statement": EntryLines.statement(reply.effect, reply.onDemand),
            "  after": reply.balance.map(BalanceLines.after),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }

    func identifiers(_ reply: VoidTime.Reply) -> [String] { [reply.entry.entry.description] }
}

/// `supportc time list`.
struct TimeListCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "list", "List time entries in order of work date.",
        example: "supportc time list --contract acme --cycle 2")

    @Option("Only of this contract.", value: "contract", Reading.contract)
    var contract: ContractReference?

    @Option("Only of this ticket.", value: "ticket", Reading.number)
    var ticket: Identifier<Ticket>?

    @Option("Only of this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @Option("Only of this member of the staff; me for yours.", value: "staff", Reading.name)
    var staff: Name<Staff>?

    @Option("Only of this month, such as 2026-11.", value: "month", Reading.month)
    var month: CivilMonth?

    @Flag(help: "Only work on demand, which no contract pays for.")
    var onDemand = false

    @Option(
        "Only of this cycle, 1 for the first; goes with --contract.", value: "number",
        Reading.integer(1...Limits.termMonthsMax))
    var cycle: Int?

    @Flag(help: "List voided ones too.")
    var voided = false

    @OptionGroup var most: LimitOption

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if cycle != nil, contract == nil {
            throw ValidationError("--cycle goes with --contract; give both")
        }
        if onDemand, contract != nil {
            throw ValidationError("--on-demand and --contract do not go together; choose one")
        }
    }

    func request(_ input: Input) -> TimeList {
        TimeList(
            contract: contract, ticket: ticket, client: client, staff: staff, month: month,
            onDemand: onDemand ? true : nil, cycle: cycle, voided: voided ? true : nil,
            limit: most.limit)
    }

    func show(_ reply: TimeList.Reply, on page: inout Page) {
        if let timers = reply.timers, !timers.isEmpty {
            page.table(TimerRows.table(timers), none: "")
            page.line()
        }
        page.table(EntryRows.table(reply.entries), none: "no time entries")
        if let totals = reply.totals { EntryTotals.show(totals, on: &page) }
        if reply.more { page.remark(Words.more(reply.entries.count, "entry", "entries")) }
    }

    func identifiers(_ reply: TimeList.Reply) -> [String] {
        reply.entries.map(\.entry.description)
    }
}
