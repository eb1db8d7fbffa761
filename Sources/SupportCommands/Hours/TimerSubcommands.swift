import ArgumentParser
import SupportModel
import SupportWire

/// `supportc time start`.
struct TimeStartCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "start", "Start your timer on a ticket; you have one.",
        example: "supportc time start 12 --note 'the slow checkout'")

    @Argument var ticket: Identifier<Ticket>

    @Option("The service; that of the ticket unless said.", value: "service", Reading.name)
    var service: Name<Service>?

    @Option("What is done; - reads standard input.", value: "text")
    var note: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> StartTimer {
        StartTimer(ticket: ticket, service: service, note: try note.map(input.text))
    }

    func show(_ reply: TimerView, on page: inout Page) {
        page.line(
            "timer started on ticket \(reply.ticket, .strong), \(Words.payer(reply.contract)), at "
                + "\(Words.second(reply.startedAt))")
    }
}

/// `supportc time stop`.
struct TimeStopCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "stop", "Stop a timer, yours unless said, and book what it measured.",
        example: "supportc time stop --note 'found the lock' --dry-run")

    @Option(
        named: "for", "Whose timer; a manager stops those of others.", value: "staff", Reading.text)
    var worker: String?

    @Option(
        "What was done, in place of what was said at the start; - reads standard input.",
        value: "text")
    var note: String?

    @OptionGroup var exception: ExceptionOptions

    @Flag(help: "Forget the timer and book nothing.")
    var discard = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func validate() throws {
        if discard, note != nil || exception.isGiven {
            throw ValidationError("--discard books nothing; give it alone or with --dry-run")
        }
    }

    func request(_ input: Input) throws -> TimeStop {
        TimeStop(
            staff: worker, note: try note.map(input.text), extra: exception.extra ? true : nil,
            agreedBy: exception.agreedBy, late: exception.late ? true : nil,
            reason: exception.reason, discard: discard ? true : nil)
    }

    func show(_ reply: TimeStop.Reply, on page: inout Page) {
        let verb =
            switch (reply.discarded, reply.dryRun) {
            case (true, false): "discarded, nothing booked"
            case (true, true): "would be discarded, nothing booked"
            case (false, false): "stopped after \(reply.minutes)"
            case (false, true): "would stop after \(reply.minutes)"
            }
        page.line(
            "\(reply.of.map { "\($0)'s " } ?? "")timer on ticket \(reply.ticket, .strong), started at "
                + "\(Words.second(reply.startedAt)), \(verb)")
        for entry in reply.entries { show(entry, reply, on: &page) }
        page.facts([
            "  shown  ": OnDemandWords.place(reply.onDemand),
            "  others ": EntryLines.others(reply.effect),
            "  statement": EntryLines.statement(reply.effect)
                ?? OnDemandWords.due(reply.onDemand),
            // As wide as what each entry says, which stands above it.
            "  after  ": reply.balance.map(BalanceLines.after),
            "  last week": reply.balance.flatMap(BalanceLines.lastWeek),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }

    func identifiers(_ reply: TimeStop.Reply) -> [String] {
        reply.dryRun ? [] : reply.entries.map(\.entry.description)
    }

    private func show(_ entry: EntryView, _ reply: TimeStop.Reply, on page: inout Page) {
        let settlement = reply.settlements?.first { $0.entry == entry.entry }
        let late = entry.lateReason == nil ? "" : " late"
        let did: StyledText =
            reply.dryRun ? "would book\(late)" : "entry \(entry.entry, .strong) booked\(late):"
        page.line("\(did) \(EntryLines.work(entry))")
        page.facts([
            "  covered": EntryLines.coverage(entry, settlement),
            "  late": entry.lateReason.map { "\($0)" },
            "  costs": settlement.flatMap(SettlementLines.cost),
            "  shown": settlement.map(SettlementLines.place),
        ])
    }
}

/// The table of running timers.
enum TimerRows {
    static func table(_ timers: [TimerView]) -> Table {
        var table = Table(
            "timers",
            [
                .text("RUNNING"), .number("TICKET"), .text("CLIENT", goes: 3),
                .text("SINCE", goes: 2), .number("WORK"), .text("SERVICE", goes: 1),
                .text("NOTE", .cut(least: 20)),
            ])
        for timer in timers {
            table.row(
                "\(timer.staff?.text ?? timer.by.description, .strong)", "\(timer.ticket)",
                "\(timer.client?.text ?? "")",
                "\(Words.minute(timer.startedAt))", "\(timer.minutes)",
                "\(timer.service?.text ?? "")", "\(timer.note ?? "")")
        }
        return table
    }
}
