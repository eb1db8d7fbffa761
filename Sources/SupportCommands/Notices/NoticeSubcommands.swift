import ArgumentParser
import SupportModel
import SupportWire

/// `supportc notice`.
struct NoticeCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "notice", "The messages that go out: mail, commands, webhooks.",
        [
            NoticeListCommand.self, NoticeShowCommand.self, NoticeRetryCommand.self,
            NoticeDiscardCommand.self,
            NoticeTestCommand.self,
        ])
}

/// `supportc notice list`.
struct NoticeListCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "list", "List notices that are to be sent and dead letters, newest first.",
        example: "supportc notice list --dead")

    @Flag(help: "Only dead letters: those that were given up.")
    var dead = false

    @Flag(help: "Only those that are to be sent.")
    var pending = false

    @Flag(help: "Also those that were delivered or withdrawn, as far as they are held.")
    var all = false

    @Option("Only those of this route.", value: "route", Reading.name)
    var route: Name<NoticeRoute>?

    @Option("Only those of this ticket.", value: "ticket", Reading.number)
    var ticket: Identifier<Ticket>?

    @OptionGroup var most: LimitOption

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if [dead, pending, all].count(where: { $0 }) > 1 {
            throw ValidationError("--dead, --pending and --all do not go together; choose one")
        }
    }

    func request(_ input: Input) -> NoticeList {
        let states: [NoticeState] = dead ? [.givenUp] : pending ? [.pending, .sending] : []
        return NoticeList(
            state: OneOrMore(states), all: all ? true : nil, route: route, ticket: ticket,
            limit: most.limit)
    }

    func show(_ reply: NoticeList.Reply, on page: inout Page) {
        page.table(NoticeRows.table(reply.items), none: dead ? "no dead letters" : "no notices")
        if reply.more { page.remark(Words.more(reply.items.count, "notice")) }
    }
}

/// `supportc notice show`.
struct NoticeShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a notice with the text as it goes out.", example: "supportc notice show 7")

    @Argument var notice: Identifier<Notice>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> NoticeShow { NoticeShow(notice: notice) }

    func show(_ reply: NoticeShow.Reply, on page: inout Page) {
        let notice = reply.notice
        page.line(
            "notice \(notice.notice, .strong) by \(notice.route): \(NoticeRows.state(notice))")
        page.facts([
            "to": notice.recipient.map { "\($0)" },
            "ticket": notice.ticket.map { "\($0)" },
            "monitor": notice.monitor.map { "\($0)" },
            "level": notice.level.map { Words.level($0) },
            "queued": "\(Words.minuteAndDistance(notice.queuedAt))",
            "attempts": "\(notice.attempts)",
            "sent": NoticeRows.next(notice),
            "error": notice.error.map { "\($0, .bad)" },
            "id": "\(reply.identifier)",
            "subject": "\(reply.subject, .strong)",
            "version": "\(notice.version)",
        ])
        page.line()
        page.block(reply.text)
    }

    func identifiers(_ reply: NoticeShow.Reply) -> [String] { reply.notice.identifiers }
}

/// Which notices a command is about.
struct NoticeSelection: ParsableArguments {
    @Argument(help: "The notices.", transform: Reading.number)
    var notices: [Identifier<Notice>] = []

    @Flag(help: "All dead letters.")
    var dead = false

    func validate() throws {
        if notices.isEmpty != dead {
            throw ValidationError("name the notices, or give --dead for all dead letters")
        }
    }

    /// The notices that are named; nil for all dead letters.
    var named: [Identifier<Notice>]? { dead ? nil : notices }

    /// True for all dead letters; nil for notices that are named.
    var areDead: Bool? { dead ? true : nil }
}

/// `supportc notice retry`.
struct NoticeRetryCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "retry", "Send dead letters again, or now what waits after a failure.",
        example: "supportc notice retry --dead")

    @OptionGroup var selection: NoticeSelection

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> RetryNotices {
        RetryNotices(notices: selection.named, dead: selection.areDead)
    }

    func show(_ reply: RetryNotices.Reply, on page: inout Page) {
        guard !reply.items.isEmpty else { return page.line("no dead letters; nothing is retried") }
        for notice in reply.items {
            page.line(
                "notice \(notice.notice, .strong) is sent again, \(NoticeRows.address(notice))")
        }
    }
}

/// `supportc notice discard`.
struct NoticeDiscardCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "discard", "Have notices not be sent any more: dead letters, or what waits.",
        example: "supportc notice discard 7")

    @OptionGroup var selection: NoticeSelection

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> DiscardNotices {
        DiscardNotices(notices: selection.named, dead: selection.areDead)
    }

    func show(_ reply: DiscardNotices.Reply, on page: inout Page) {
        guard !reply.items.isEmpty else {
            return page.line("no dead letters; nothing is discarded")
        }
        for notice in reply.items {
            page.line(
                "notice \(notice.notice, .strong) is not sent, \(NoticeRows.address(notice))")
        }
    }
}

/// `supportc notice test`.
struct NoticeTestCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send a test notice by a route, and wait for its result.",
        discussion: """
            Ends with 0 when every recipient's was delivered, with 1 when one was not, and with 6 when \
            the result is not known after --within.

            Example:
              supportc notice test on-call
            """)

    @Argument(help: "The route, as the configuration names it.", transform: Reading.name)
    var route: Name<NoticeRoute>

    @Option("Wait no longer than this for the result; 1m unless said.", value: "span", Reading.span)
    var within: Int?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        if options.dryRun {
            return try invocation.ask(
                TestRoute(route: route), options,
                show: { reply, page in
                    for notice in reply.items {
                        page.line("notice \(notice.notice, .strong) \(NoticeRows.address(notice))")
                    }
                }, identifiers: { $0.identifiers })
        }
        var connection = try invocation.connect(options)
        let queued = try connection.call(TestRoute(route: route), options: options.mutation)
        let numbers = try queued.reply.items.map(\.notice)
        return try wait(for: numbers, in: invocation)
    }

    /// Asks for the notices until each has a result.
    private func wait(
        for numbers: [Identifier<Notice>], in invocation: Invocation
    ) throws -> SupportWire.ExitCode {
        let pause = 200
        var left = within ?? 60_000
        while true {
            var connection = try invocation.connect(options)
            let answer = try connection.call(NoticeList(notices: numbers))
            let notices = try answer.reply.items
            guard notices.allSatisfy(\.hasResult) || left <= 0 else {
                invocation.console.pause(.milliseconds(pause))
                left -= pause
                continue
            }
            if options.json {
                try invocation.print(document: AnswerDocument.of(answer.json))
            } else if options.quiet {
                try invocation.print(lines: numbers.map(\.description))
            } else {
                var page = Page(invocation.screen)
                page.screen.now = connection.hello.now
                for notice in notices.reversed() { page.line(NoticeRows.result(notice)) }
                try invocation.print(page)
            }
            if notices.allSatisfy({ $0.state == .delivered }) { return .done }
            return notices.allSatisfy(\.hasResult) ? .refused : .timedOut
        }
    }
}

extension OutgoingView {
    /// Whether its first attempt has ended.
    fileprivate var hasResult: Bool { state.isEnd || state == .pending && attempts > 0 }
}

/// How notices are shown.
enum NoticeRows {
    static func table(_ notices: [OutgoingView]) -> Table {
        var table = Table(
            "notices",
            [
                .number("NOTICE"), .text("STATE"), .text("ROUTE", .cut(least: 8)),
                .text("TO", .cut(least: 16), goes: 3), .text("TELLS", .cut(least: 16)),
                .number("TRIES", goes: 2), .text("SENT", goes: 1), .text("ERROR", .cut(least: 20)),
            ])
        for notice in notices {
            table.row(
                "\(notice.notice, .strong)", state(notice), "\(notice.route)",
                "\(notice.recipient ?? "")", "\(tells(notice))", "\(notice.attempts)",
                notice.nextAt.map { "\(Words.minute($0))" as StyledText } ?? "",
                "\(notice.error ?? "")")
        }
        return table
    }

    /// `outage of acme-shop`, `reply on ticket 12`, with how much more it tells.
    static func tells(_ notice: OutgoingView) -> String {
        let about =
            notice.monitor.map { " of \($0)" } ?? notice.ticket.map { " on ticket \($0)" } ?? ""
        let more = notice.count > 1 ? " +\(notice.count - 1)" : ""
        return "\(notice.event.rawValue)\(about)\(more)"
    }

    static func state(_ notice: OutgoingView) -> StyledText {
        switch notice.state {
        case .pending: "pending"
        case .sending: "sending"
        case .delivered: "\("delivered", .good)"
        case .givenUp: "\("given up", .bad)"
        case .withdrawn: "withdrawn"
        }
    }

    /// `3 to be sent, 1 dead letter: supportc notice list`.
    static func counts(_ counts: NoticeCounts) -> StyledText {
        let waiting = counts.pending > 0 ? "\(counts.pending) to be sent" : nil
        guard counts.dead > 0 else { return "\(waiting ?? "none")" }
        let letters = counts.dead == 1 ? "1 dead letter" : "\(counts.dead) dead letters"
        let words: StyledText = "\(letters, .bad): supportc notice list --dead"
        return waiting.map { "\($0), \(words)" } ?? words
    }

    /// `to olena@example.com by on-call`.
    static func address(_ notice: OutgoingView) -> String {
        (notice.recipient.map { "to \($0) " } ?? "") + "by \(notice.route)"
    }

    /// When it is sent; nil where it does not wait.
    static func next(_ notice: OutgoingView) -> StyledText? {
        if notice.waitsForAnother ?? false { return "once the notice of the problem is delivered" }
        return notice.nextAt.map { "\(Words.minuteAndDistance($0))" }
    }

    /// What became of a test.
    static func result(_ notice: OutgoingView) -> StyledText {
        let start: StyledText = "notice \(notice.notice, .strong) \(address(notice)):"
        guard let error = notice.error else { return "\(start) \(state(notice))" }
        return "\(start) \("failed", .bad), \(error)"
    }
}
