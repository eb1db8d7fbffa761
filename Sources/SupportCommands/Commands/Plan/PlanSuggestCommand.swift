import ArgumentParser
import SupportModel
import SupportWire

/// `supportc plan suggest`.
struct PlanSuggestCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Suggest how to spread a contract's tickets.",
        discussion: "Example:\n  supportc plan suggest acme --apply")

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Flag(help: "Let tickets give up the weeks that they were planned for.")
    var replan = false

    @Flag(help: "Take the suggestion over: all weeks at once.")
    var apply = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if !apply, options.mutation != MutationOptions() {
            throw ValidationError("--key and --if-version go with --apply; nothing else changes")
        }
    }

    func perform(in session: Session) throws -> SupportWire.ExitCode {
        let replan = replan ? true : nil
        guard apply else {
            return try session.ask(
                PlanSuggest(contract: contract, replan: replan), options.reading,
                MutationOptions(), show: show,
                identifiers: { $0.tickets.map(\.work.ticket.description) })
        }
        return try session.ask(
            PlanApply(contract: contract, replan: replan), options.reading, options.mutation,
            show: showChanges, identifiers: { $0.changes.map(\.ticket.description) })
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
                : "--apply would change the week of \(Words.count(reply.changes, "ticket"))")
    }

    private func showChanges(_ reply: PlanApply.Reply, on page: inout Page) {
        let count = Words.count(reply.changes.count, "ticket")
        page.line(
            reply.changes.isEmpty
                ? "contract \(reply.contract, .strong): the plan says so already"
                : "contract \(reply.contract, .strong): \(count) planned anew")
        for change in reply.changes {
            page.line(
                "  ticket \(change.ticket, .strong): "
                    + "\(change.week.map(PlanRows.week) ?? "no week any more")")
        }
    }
}
