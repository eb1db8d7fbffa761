import ArgumentParser
import SupportModel
import SupportWire

/// `supportc time void`.
struct TimeVoidCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "void", abstract: "Take a booking back; it stays on record.",
        discussion: "Example:\n  supportc time void 41 --reason 'booked on the wrong ticket'")

    @Argument(help: "The entry.", transform: Reading.number)
    var entry: Identifier<TimeEntry>

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Flag(help: "The entry lies in a closed cycle.")
    var late = false

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> TimeVoid {
        TimeVoid(
            entry: entry, reason: reason, late: late ? true : nil, dryRun: dryRun ? true : nil)
    }

    func show(_ reply: TimeVoid.Reply, on page: inout Page) {
        let entry = reply.entry
        let late = reply.settlement == nil ? "" : " late"
        let verb = reply.dryRun ? "would be voided\(late)" : "voided\(late)"
        page.line("entry \(entry.entry, .strong) \(verb): \(EntryLines.work(entry))")
        page.facts([
            "  settled": reply.settlement.flatMap(SettlementLines.giveBack),
            "  credit": reply.settlement.flatMap(SettlementLines.cost),
            "  shown": reply.settlement.map(SettlementLines.place),
            "  others": EntryLines.others(reply),
            "  statement": EntryLines.statement(reply),
            "  after": reply.balance.map(BalanceLines.after),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: TimeVoid.Reply) -> [String] { [reply.entry.entry.description] }
}
