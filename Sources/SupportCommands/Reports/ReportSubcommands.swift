import ArgumentParser
import SupportModel
import SupportWire

/// `supportc report`.
struct ReportCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "report", "Tell what was done in a period, as a table, JSON, CSV or a page to send.",
        [ReportKindCommand<ReportedDesk>.self, ReportKindCommand<ReportedHours>.self])
}

/// A kind of report that people ask for.
protocol ShownReport: Reported where Figures: PeriodFigures {
    /// The subcommand that makes it.
    static var configuration: CommandConfiguration { get }
    /// The report in the forms in which it is shown.
    static func layout(_ figures: Figures) -> any Layout
    /// Its main figures with their names, for `--quiet`.
    static func main(_ figures: Figures) -> KeyValuePairs<String, Int>
}

extension ReportedDesk: ShownReport {
    static let configuration = CommandConfiguration.verb(
        "desk", "Tell of tickets opened and resolved, promises kept, and work, in a period.",
        details: """
            Without a period it is on the last month that is over. supportc(1) defines every figure.
            """,
        example: "supportc report desk --month 2026-11 --client acme --output acme-2026-11.html")

    static func layout(_ figures: DeskReport) -> any Layout { DeskReportLayout(report: figures) }

    static func main(_ figures: DeskReport) -> KeyValuePairs<String, Int> {
        let flow = figures.total.flow
        return [
            "before": flow.before, "opened": flow.opened, "reopened": flow.reopened,
            "resolved": flow.resolved, "merged": flow.merged, "after": flow.after,
            "overdue": figures.total.overdue, "worked": figures.work.worked.count,
            "billed": figures.work.billed.count,
        ]
    }
}

extension ReportedHours: ShownReport {
    static let configuration = CommandConfiguration.verb(
        "hours", "Tell of work by client, service, person and week, in a period.",
        details: "Without a period it is on the last month that is over.",
        example: "supportc report hours --from 2026-10-01 --to 2026-12-31 --format csv")

    static func layout(_ figures: HoursReport) -> any Layout { HoursReportLayout(report: figures) }

    static func main(_ figures: HoursReport) -> KeyValuePairs<String, Int> {
        [
            "entries": figures.work.entries, "worked": figures.work.worked.count,
            "billed": figures.work.billed.count,
        ]
    }
}

/// A report of the desk in the forms in which it is shown.
struct DeskReportLayout: Layout {
    let report: DeskReport

    func show(on page: inout Page) { DeskReportTable(report: report).show(on: &page) }

    var csv: String { DeskReportCSV(report: report).text }

    var html: String { DeskReportHTML(report: report).text }
}

/// A subcommand that makes a report of a kind.
struct ReportKindCommand<Kind: ShownReport>: Subcommand {
    static var configuration: CommandConfiguration { Kind.configuration }

    @OptionGroup var period: ReportOptions

    @OptionGroup var place: LayoutOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws { try place.check(options) }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        var connection = try invocation.connect(options)
        let answer = try connection.call(
            Report<Kind>(
                month: period.month, from: period.from, to: period.to, client: period.client,
                level: period.level))
        if options.quiet {
            let lines = Kind.main(try answer.reply).map { "\($0.key) \($0.value)" }
            try invocation.print(lines: lines)
            return .done
        }
        let format = options.json ? .json : place.wanted
        let document = format == .json ? AnswerDocument.of(answer.json) : []
        let layout = format == .json ? nil : Kind.layout(try answer.reply)
        try place.put(layout, document, as: format, in: invocation)
        return .done
    }
}

/// What a report is about.
struct ReportOptions: ParsableArguments {
    @Option(
        "A month, such as 2026-11; the last one that is over unless said.", value: "month",
        Reading.month)
    var month: CivilMonth?

    @Option("The first day.", value: "date", Reading.date)
    var from: CivilDate?

    @Option("The last day, with --from; today unless said.", value: "date", Reading.date)
    var to: CivilDate?

    @Option("Only of this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @Option("Only of tickets of this level.", value: "level", Reading.level)
    var level: Level?

    func validate() throws {
        if month != nil, from != nil || to != nil {
            throw ValidationError("--month does not go with --from and --to; choose one")
        }
        if to != nil, from == nil {
            throw ValidationError("--to goes with --from; say from which day")
        }
        if let from, let to, to < from {
            throw ValidationError("--to \(to) is before --from \(from); swap them")
        }
    }
}
