import ArgumentParser
import SupportModel
import SupportWire

/// `supportc plan`.
struct PlanCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "plan", "What the tickets are planned for, week by week.",
        [PlanSetCommand.self, PlanShowCommand.self, PlanSuggestCommand.self])
}

/// `supportc plan set`.
struct PlanSetCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "set", "Give a ticket an estimate, a week and a date.",
        example: "supportc plan set 12 --estimate 6h --week 2026-W48")

    @Argument var ticket: Identifier<Ticket>

    @Option("How much work it is, all in all, such as 6h.", value: "duration", Reading.work)
    var estimate: Minutes?

    @Option(
        "The week in which the work begins: 2026-W48, a day of it, this or next.", value: "week",
        Reading.week)
    var week: WeekReference?

    @Option(
        "The day by which it was agreed to be done: 2026-12-18, tomorrow, friday, +2d.",
        value: "date", Reading.comingDay)
    var due: DayReference?

    @Flag(help: "Take the estimate away.")
    var noEstimate = false

    @Flag(help: "Take the week away.")
    var noWeek = false

    @Flag(help: "Take the date away.")
    var noDue = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

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

    func request(_ input: Input) -> PlanTicket {
        PlanTicket(
            ticket: ticket, estimate: estimate, week: week, due: due,
            noEstimate: noEstimate ? true : nil, noWeek: noWeek ? true : nil,
            noDue: noDue ? true : nil)
    }

    func show(_ reply: PlanTicket.Reply, on page: inout Page) {
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
                "limit \(week.limit), used \(week.drawn), planned \(week.planned), "
                    + "room \(week.room)"
            },
        ])
        PlanLines.remarks([reply.week].compactMap(\.self), warnings(reply), on: &page)
    }

    func identifiers(_ reply: PlanTicket.Reply) -> [String] { [reply.work.ticket.description] }

    /// The hours with their warnings only: what expires is the plan's affair, not the ticket's.
    private func warnings(_ reply: PlanTicket.Reply) -> [PlanHoursView] {
        reply.hours.map { hours in
            var warned = hours
            warned.remarks = hours.remarks.filter(\.isWarning)
            return warned
        }
    }
}

/// `supportc plan show`.
struct PlanShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a contract's plan against the limit and the package.",
        example: "supportc plan show acme --weeks 8")

    @Argument var contract: ContractReference

    @Option(
        "How many weeks from this one on; until the hours expire unless said.", value: "number",
        Reading.integer(1...Limits.planWeeksMax))
    var weeks: Int?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> PlanShow { PlanShow(contract: contract, weeks: weeks) }

    func show(_ reply: PlanShow.Reply, on page: inout Page) {
        page.line(
            "contract \(reply.contract, .strong): \(reply.title) for \(reply.client), plan from "
                + "\(reply.today) on, \(reply.zone)")
        if let rest = reply.restsFrom {
            page.line("\("suspended", .warning) from \(rest) on; nothing expires until it resumes")
        }
        page.line()
        page.table(PlanRows.weeks(reply.weeks), none: "no weeks to plan")
        page.heading("hours")
        page.table(PlanRows.hours(reply.hours), none: "no hours to plan")
        PlanLines.remarks(reply.weeks, reply.hours, on: &page)
        PlanLines.works(
            reply.overdue, "overdue: planned for a week that is past", isOverdue: true, on: &page)
        PlanLines.works(reply.unplanned, "without a week", on: &page)
        PlanLines.works(reply.elsewhere, "planned for other weeks", on: &page)
        PlanLines.unknown(reply.withoutEstimate, on: &page)
        let isOver =
            reply.weeks.contains { $0.over != nil } || reply.hours.contains { $0.over != nil }
        guard isOver || !reply.overdue.isEmpty else { return }
        page.line()
        page.line("supportc plan suggest \(reply.contract) says how it could be spread")
    }

    /// Every planned ticket once, in order of weeks.
    func identifiers(_ reply: PlanShow.Reply) -> [String] {
        reply.weeks.flatMap(\.tickets).map(\.ticket.description)
    }
}

/// `supportc plan suggest`.
struct PlanSuggestCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "suggest", "Suggest how to spread a contract's tickets.",
        example: "supportc plan suggest acme --apply")

    @Argument var contract: ContractReference

    @Flag(help: "Let tickets give up the weeks that they were planned for.")
    var replan = false

    @Flag(help: "Take the suggestion over: all weeks at once.")
    var apply = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        guard !apply else { return }
        if options.dryRun {
            throw ValidationError("--dry-run goes with --apply; nothing else changes")
        }
        if options.mutation != MutationOptions() {
            throw ValidationError("--key and --if-version go with --apply; nothing else changes")
        }
    }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        let replan = replan ? true : nil
        guard apply else {
            return try invocation.ask(
                PlanSuggest(contract: contract, replan: replan), options, show: show,
                identifiers: { $0.tickets.map(\.work.ticket.description) })
        }
        return try invocation.ask(
            ApplySuggestion(contract: contract, replan: replan), options, show: showChanges,
            identifiers: { $0.changes.map(\.ticket.description) })
    }

    private func show(_ reply: PlanSuggest.Reply, on page: inout Page) {
        page.line(
            "contract \(reply.contract, .strong): \(reply.title) for \(reply.client), suggested "
                + "from \(reply.today) on")
        page.line()
        page.table(PlanRows.weeks(reply.weeks), none: "no weeks to plan")
        if !reply.tickets.isEmpty { page.line() }
        page.table(SuggestionRows.table(reply.tickets), none: "no tickets with something to do")
        SuggestionRows.shortfalls(reply.tickets, reply.hours, on: &page)
        PlanLines.remarks(reply.weeks, reply.hours, on: &page)
        PlanLines.works(reply.later, "planned for later weeks, and left there", on: &page)
        PlanLines.unknown(reply.withoutEstimate, on: &page)
        guard !reply.tickets.isEmpty else { return }
        page.line()
        page.line(
            reply.changes == 0
                ? "the plan says so already"
                : "--apply would change the plan of \(Words.count(reply.changes, "ticket"))")
    }

    private func showChanges(_ reply: ApplySuggestion.Reply, on page: inout Page) {
        let count = Words.count(reply.changes.count, "ticket")
        page.line(
            reply.changes.isEmpty
                ? "contract \(reply.contract, .strong): the plan says so already"
                : "contract \(reply.contract, .strong): \(count) planned anew")
        for change in reply.changes {
            let parts = change.parts.map { StyledText(SuggestionRows.weeks($0)) }
            let place = parts ?? change.week.map(PlanRows.week)
            page.line("  ticket \(change.ticket, .strong): \(place ?? "no week any more")")
        }
    }
}
