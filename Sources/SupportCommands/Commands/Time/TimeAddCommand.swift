import ArgumentParser
import SupportModel
import SupportWire

/// `supportc time add`.
struct TimeAddCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Book work on a ticket.",
        discussion: "Example:\n  supportc time add 12 2h30m --note 'found the lock' --dry-run")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Argument(help: "The work, such as 2h30m.", transform: Reading.work)
    var duration: Minutes

    @Option(
        help: ArgumentHelp(
            "The day of the work; today where the contract is unless said.", valueName: "date"),
        transform: Reading.date)
    var on: CivilDate?

    @Option(
        help: ArgumentHelp("The service; that of the ticket unless said.", valueName: "service"),
        transform: Reading.name)
    var service: Name<Service>?

    @Option(help: ArgumentHelp("What was done; - reads standard input.", valueName: "text"))
    var note: String?

    @Flag(help: "What does not fit into the package or the week may be extra hours.")
    var extra = false

    @Option(
        help: ArgumentHelp(
            "The manager who lifts the weekly limit; goes with --reason.", valueName: "staff"),
        transform: Reading.name)
    var agreedBy: Name<Staff>?

    @Flag(help: "The work lies in a closed cycle; goes with --reason.")
    var late = false

    @Option(
        help: ArgumentHelp("Why the limit was lifted, or why it comes late.", valueName: "text"))
    var reason: String?

    @Flag(help: "It is more than 24 hours in one entry, and meant so.")
    var long = false

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        try ExceptionRule.check(agreedBy: agreedBy, late: late, reason: reason)
    }

    func request(_ input: Input) throws -> TimeAdd {
        TimeAdd(
            ticket: ticket, minutes: duration, on: on, service: service,
            note: try note.map(input.text), extra: extra ? true : nil, agreedBy: agreedBy,
            late: late ? true : nil, reason: reason, long: long ? true : nil,
            dryRun: dryRun ? true : nil)
    }

    func show(_ reply: TimeAdd.Reply, on page: inout Page) {
        let entry = reply.entry
        let late = reply.settlement == nil ? "" : " late"
        let did: StyledText =
            reply.dryRun ? "would book\(late)" : "entry \(entry.entry, .strong) booked\(late):"
        page.line("\(did) \(EntryLines.work(entry))")
        page.facts([
            "  covered": EntryLines.coverage(entry, reply.settlement),
            "  costs": reply.settlement.flatMap(SettlementLines.cost),
            "  shown": reply.settlement.map(SettlementLines.place),
            "  others": EntryLines.others(reply),
            "  statement": EntryLines.statement(reply),
            "  after": reply.balance.map(BalanceLines.after),
            "  last week": reply.balance.flatMap(BalanceLines.lastWeek),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: TimeAdd.Reply) -> [String] {
        reply.dryRun ? [] : [reply.entry.entry.description]
    }
}
