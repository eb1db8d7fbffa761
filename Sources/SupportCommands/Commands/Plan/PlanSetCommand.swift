import ArgumentParser
import SupportModel
import SupportWire

/// `supportc plan set`.
struct PlanSetCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Give a ticket an estimate, a week and a date.",
        discussion: "Example:\n  supportc plan set 12 --estimate 6h --week 2026-W48")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Option(
        help: ArgumentHelp(
            "How much work it is, all in all, such as 6h.", valueName: "duration"),
        transform: Reading.work)
    var estimate: Minutes?

    @Option(
        help: ArgumentHelp(
            "The week in which the work begins, such as 2026-W48, or a day of it.",
            valueName: "week"),
        transform: Reading.week)
    var week: Week?

    @Option(
        help: ArgumentHelp(
            "The day by which it was agreed to be done.", valueName: "date"),
        transform: Reading.date)
    var due: CivilDate?

    @Flag(help: "Take the estimate away.")
    var noEstimate = false

    @Flag(help: "Take the week away.")
    var noWeek = false

    @Flag(help: "Take the date away.")
    var noDue = false

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        let pairs = [
            ("estimate", estimate != nil, noEstimate), ("week", week != nil, noWeek),
            ("due", due != nil, noDue),
        ]
        for (name, isSet, isTaken) in pairs where isSet && isTaken {
            throw ValidationError("--\(name) and --no-\(name) do not go together; choose one")
        }
        guard pairs.contains(where: { $0.1 || $0.2 }) else {
            throw ValidationError(
                "nothing to change; give --estimate, --week or --due, or --no- and its name")
        }
    }

    func request(_ input: Input) -> PlanSet {
        PlanSet(
            ticket: ticket, estimate: estimate, week: week?.monday, due: due,
            noEstimate: noEstimate ? true : nil, noWeek: noWeek ? true : nil,
            noDue: noDue ? true : nil, dryRun: dryRun ? true : nil)
    }

    func show(_ reply: PlanSet.Reply, on page: inout Page) {
        let work = reply.work
        let verb = reply.dryRun ? "would be planned" : "planned"
        page.line("ticket \(work.ticket, .strong) \(verb): \(work.subject)")
        let toDo = work.toDo.map { "\(work.booked) booked, \($0) to do" }
        page.facts([
            "  estimate": "\(work.estimate.map { "\($0), \(toDo ?? "")" } ?? "none")",
            "  week": work.week.map(PlanRows.week) ?? "none",
            "  due": work.due.map { "\($0)" },
            "  plan": reply.contract == nil ? "none: the ticket is on demand (R4)" : nil,
            "  its week": reply.week.map { week in
                "limit \(week.limit), drawn \(week.drawn), planned \(week.planned), "
                    + "room \(week.room)"
            },
        ])
        PlanLines.remarks([reply.week].compactMap(\.self), warnings(reply), on: &page)
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: PlanSet.Reply) -> [String] { [reply.work.ticket.description] }

    /// The hours with their warnings only: what expires is the plan's affair, not the ticket's.
    private func warnings(_ reply: PlanSet.Reply) -> [PlanHoursView] {
        reply.hours.map { hours in
            var warned = hours
            warned.remarks = hours.remarks.filter(\.warning)
            return warned
        }
    }
}
