import ArgumentParser
import SupportClient
import SupportModel
import SupportWire

/// `supportc wait`.
struct WaitCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "wait", "Wait until something has come about.", [WaitTicketCommand.self])
}

/// `supportc wait ticket`.
struct WaitTicketCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket", abstract: "Wait until a ticket is in a state.",
        discussion: """
            Ends at once where it is so already; a closed ticket counts as resolved. Ends with 3 where \
            the ticket is closed and would have to be reopened, and with 6 where it is not so after \
            --within. A lost connection is made again for as long as --timeout says.

            Example:
              supportc wait ticket 12 --for resolved --within 8h
            """)

    @Argument var ticket: Identifier<Ticket>

    @Option("The state to wait for.", value: "state", oneOf: TicketState.self)
    var `for`: TicketState

    @Option("Wait no longer than this; without end unless said.", value: "span", Reading.span)
    var within: Int?

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        // The records are followed before the ticket is looked at: nothing is missed in between.
        var follower = try RecordFollower(
            socketPath: invocation.socketPath(options), EventsWatch(),
            timeout: .milliseconds(options.timeout), length: within.map { .milliseconds($0) },
            pause: invocation.console.pause, notice: { _ in })
        while true {
            var connection = try invocation.connect(options)
            let answer = try connection.call(TicketShow(ticket: ticket))
            let state = try answer.reply.ticket.state
            switch Self.progress(of: state, to: `for`) {
            case .reached:
                try show(answer, at: connection.hello.now, in: invocation)
                return .done
            case .impossible:
                throw WireError(
                    .notFound, "wait-in-vain",
                    "ticket \(ticket) is closed, and not \(`for`.rawValue)",
                    hint: "supportc ticket reopen \(ticket) opens it again")
            case .pending: break
            }
            guard try nextChange(&follower, try answer.reply.ticket.ticket) else {
                throw WireError(
                    .timedOut, "timed-out",
                    "ticket \(ticket) is \(state.rawValue) still, and not \(`for`.rawValue)",
                    hint: "wait longer with --within")
            }
        }
    }

    /// How a ticket stands to the state that is waited for.
    private enum Progress { case reached, pending, impossible }

    private static func progress(of state: TicketState, to wanted: TicketState) -> Progress {
        if state == wanted || (state == .closed && wanted == .resolved) { return .reached }
        return state == .closed ? .impossible : .pending
    }

    /// Waits for a record about the ticket; false once the time is over.
    ///
    /// - Parameter meant: the ticket that it was merged into.
    private func nextChange(
        _ follower: inout RecordFollower, _ meant: Identifier<Ticket>
    ) throws -> Bool {
        while let step = try follower.next() {
            if step.record.events.contains(where: { $0.ticket == ticket || $0.ticket == meant }) {
                return true
            }
        }
        return false
    }

    private func show(
        _ answer: Answer<TicketShow>, at now: Instant?, in invocation: Invocation
    ) throws {
        if options.json { return try invocation.print(document: AnswerDocument.of(answer.json)) }
        if options.quiet { return try invocation.print(lines: ["\(ticket)"]) }
        let shown = try answer.reply.ticket
        var page = Page(invocation.screen)
        page.screen.now = now
        page.line(
            "ticket \(ticket, .strong) is \(Words.state(shown.state)): \(shown.subject)")
        try invocation.print(page)
    }
}
