import ArgumentParser
import SupportModel
import SupportWire

/// `supportc time edit`.
struct TimeEditCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "edit", "Correct a booking: take it back and book it anew at once.",
        details: "What is not named stays as it was.",
        example: "supportc time edit 41 --duration 2h --reason 'the break was counted' --dry-run")

    @Argument var entry: Identifier<TimeEntry>

    @Option("Why.", value: "text")
    var reason: String

    @Option("The work, such as 2h30m.", value: "duration", Reading.work)
    var duration: Minutes?

    @Option(
        "The day of the work: 2026-11-23, yesterday, monday, -2d.", value: "date", Reading.day)
    var on: DayReference?

    @Option("The service.", value: "service", Reading.name)
    var service: Name<Service>?

    @Option("What was done; - reads standard input, an empty text takes it away.", value: "text")
    var note: String?

    @Flag(help: "What does not fit into the package or the week may be extra hours.")
    var extra = false

    @Option("The manager who lifts the weekly limit.", value: "staff", Reading.name)
    var agreedBy: Name<Staff>?

    @Flag(help: "The entry or its new day lies in a closed cycle or month.")
    var late = false

    @Flag(help: "It is more than 24 hours in one entry, and meant so.")
    var long = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func validate() throws {
        guard duration == nil, on == nil, service == nil, note == nil, agreedBy == nil, !extra
        else { return }
        throw ValidationError(
            "name what is to be another: --duration, --on, --service, --note, --extra or --agreed-by"
        )
    }

    func request(_ input: Input) throws -> EditTime {
        EditTime(
            entry: entry, reason: reason, minutes: duration, on: on, service: service,
            note: try note.map(input.text), extra: extra ? true : nil, agreedBy: agreedBy,
            late: late ? true : nil, long: long ? true : nil)
    }

    func show(_ reply: EditTime.Reply, on page: inout Page) {
        let (old, new) = (reply.voided, reply.entry)
        let settlement = reply.settlements?.first { $0.entry == new.entry }
        let credit = reply.settlements?.first { $0.entry == old.entry }
        let did: StyledText =
            reply.dryRun
            ? "entry \(old.entry, .strong) would be voided and booked anew:"
            : "entry \(old.entry, .strong) voided, entry \(new.entry, .strong) booked instead:"
        page.line("\(did) \(EntryLines.work(new))")
        page.facts([
            "  changed": "\(Words.list(reply.changes.map(Self.words)))",
            "  covered": EntryLines.coverage(new, settlement),
            "  costs": settlement.flatMap(SettlementLines.cost),
            "  settled": credit.flatMap(SettlementLines.giveBack),
            "  credit": credit.flatMap(SettlementLines.cost),
            "  shown": EntryLines.place(credit ?? settlement, reply.onDemand),
            "  others": EntryLines.others(reply.effect),
            "  statement": EntryLines.statement(reply.effect, reply.onDemand),
            "  after": reply.balance.map(BalanceLines.after),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }

    func identifiers(_ reply: EditTime.Reply) -> [String] {
        reply.dryRun ? [] : [reply.entry.entry.description]
    }

    /// `work 2h30m to 2h`; a note, which may be long, only by its name.
    private static func words(_ change: FieldDifference) -> String {
        switch change.field {
        case "note": "the note"
        case "minutes": "work \(change.from ?? "") to \(change.to ?? "")"
        case "on": "day \(change.from ?? "") to \(change.to ?? "")"
        case "agreed_by": "agreed by \(change.to ?? "nobody")"
        default: "\(change.field) \(change.from ?? "") to \(change.to ?? "")"
        }
    }
}

/// The sums below a list of time entries.
enum EntryTotals {
    /// A line for each person, and one for all; a column only for what there is.
    static func show(_ totals: TimeTotals, on page: inout Page) {
        let all: [Figure] = [
            ("PACKAGE", { $0.fromPackage }), ("GROUPED", { $0.grouped }), ("EXTRA", { $0.extra }),
            ("ON DEMAND", { $0.onDemand }),
        ]
        let columns = all.filter { $0.1(totals.sum) != .zero }
        var table = Table(
            "time-sums",
            [.text("PERSON", .cut(least: 16)), .number("WORK")] + columns.map { .number($0.0) })
        for person in totals.byPerson {
            table.row(
                of: ["\(person.staff?.text ?? person.by?.description ?? "")"]
                    + figures(person.sum, columns))
        }
        if totals.entries > 1 {
            let name = StyledText("all \(totals.entries) entries", .strong)
            table.row(of: [name] + figures(totals.sum, columns))
        }
        page.heading("sums")
        page.table(table, none: "")
    }

    /// A column's head, and what of a sum stands in it.
    private typealias Figure = (String, (CoverageSum) -> Minutes)

    private static func figures(_ sum: CoverageSum, _ columns: [Figure]) -> [StyledText] {
        var figures: [StyledText] = ["\(sum.minutes)"]
        for (_, value) in columns {
            let minutes = value(sum)
            figures.append(minutes == .zero ? "" : "\(minutes)")
        }
        return figures
    }
}
