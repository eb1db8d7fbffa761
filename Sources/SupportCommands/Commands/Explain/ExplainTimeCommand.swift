import ArgumentParser
import SupportModel
import SupportWire

/// `supportc explain time`.
struct ExplainTimeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "Say why a time entry is covered as it is.",
        discussion: "Example: supportc explain time 41")

    @OptionGroup var options: ReadOptions

    @Argument(help: "The entry.", transform: Reading.number)
    var entry: Identifier<TimeEntry>

    func request(_ input: Input) -> TimeExplain { TimeExplain(entry: entry) }

    func show(_ reply: TimeExplain.Reply, on page: inout Page) {
        page.line(EntryLines.headline(reply.entry, dryRun: false))
        var table = Table([.text("RULE"), .text("WHY")])
        for line in reply.lines { table.row("\(line.rule, .strong)", "\(line.text)") }
        page.table(table, none: "the desk has nothing to say about it")
    }

    func identifiers(_ reply: TimeExplain.Reply) -> [String] { [reply.entry.entry.description] }
}
