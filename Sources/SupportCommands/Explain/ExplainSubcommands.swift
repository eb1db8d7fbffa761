import ArgumentParser
import SupportModel
import SupportWire

/// `supportc explain`.
struct ExplainCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "explain", "Say why something is as it is.",
        [ExplainTimeCommand.self])
}

/// `supportc explain time`.
struct ExplainTimeCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "time", "Say why a time entry is covered as it is.", example: "supportc explain time 41")

    @Argument var entry: Identifier<TimeEntry>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> TimeExplain { TimeExplain(entry: entry) }

    func show(_ reply: TimeExplain.Reply, on page: inout Page) {
        page.line("entry \(reply.entry.entry, .strong): \(EntryLines.work(reply.entry))")
        page.table(
            ForecastRows.lines(reply.lines), none: "the desk has nothing to say about it")
    }

    func identifiers(_ reply: TimeExplain.Reply) -> [String] { [reply.entry.entry.description] }
}
