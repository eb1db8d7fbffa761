import ArgumentParser
import SupportClient
import SupportModel
import SupportWire

/// `supportc status`.
struct StatusCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "status", "Show the desk on one screen.", example: "supportc status --live")

    @Flag(help: "Keep showing it on the whole screen, and work from there with keys.")
    var live = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if live, options.json || options.quiet {
            throw ValidationError("--live is for people; leave out --json and --quiet")
        }
    }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try live ? LiveCommand(options).perform(in: invocation) : once(invocation)
    }

    private func once(_ invocation: Invocation) throws -> SupportWire.ExitCode {
        var connection = try invocation.connect(options)
        let answer = try connection.call(DeskStatus())
        if options.json {
            try invocation.print(document: AnswerDocument.of(answer.json))
            return .done
        }
        let reply = try answer.reply
        if options.quiet {
            try invocation.print(lines: reply.next.map(\.ticket.ticket.description))
        } else {
            var page = Page(invocation.screen)
            StatusScreen.show(reply, on: &page)
            try invocation.print(page)
        }
        return .done
    }
}

/// The desk on one screen.
enum StatusScreen {
    static func show(_ status: DeskStatus.Reply, on page: inout Page) {
        page.screen.now = status.now
        page.line("supportd \(status.release, .strong), \(Words.second(status.now))")
        if let doubt = status.doubt { DoubtLines.show(doubt, on: &page) }
        page.facts([
            "running": "since \(Words.minuteAndDistance(status.startedAt))",
            "clock": status.testClock ? StyledText("a test clock", .warning) : nil,
            "storage": health(status.storage, good: "ok", "record \(status.seq)"),
            "verified": status.verified.map(verified),
            "worker": worker(status),
            "connections": status.shortage.map { StyledText($0, .warning) },
            "clients":
                "\(status.clients), \(Words.count(status.activeContracts, "active contract"))",
            "next boundary": status.nextBoundary.map { "\(Words.minuteAndDistance($0))" },
            "tickets": tickets(status.liveTickets),
            "monitors": monitors(status.monitors),
            "notices": status.notices.map(NoticeRows.counts),
            "mails": status.heldMails.map {
                StyledText("\($0) to be filed; supportc mail list shows them", .warning)
            },
            "key": status.accessClosed.map { StyledText($0, .bad) },
            "access": status.missingAccess.map {
                StyledText("\($0) missing; supportc access list shows which", .warning)
            },
        ])
        if !status.trouble.isEmpty {
            page.heading("trouble")
            page.table(MonitorRows.table(status.trouble), none: "")
        }
        if let timers = status.timers, !timers.isEmpty {
            page.heading("timers")
            page.table(TimerRows.table(timers), none: "")
        }
        if let hours = status.hours, !hours.isEmpty {
            page.heading("hours near their limits")
            page.table(NearLimitRows.table(hours), none: "")
        }
        if !status.next.isEmpty {
            page.heading("next")
            page.table(QueueRows.table(status.next), none: "")
        }
    }

    /// `2026-11-23 18:41Z, whole through record 4711`.
    private static func verified(_ verdict: JournalVerdict) -> StyledText {
        let at = Words.minuteAndDistance(verdict.at)
        if let problem = verdict.problem { return "\(at), \(problem, .bad)" }
        return "\(at), \("whole", .good) through record \(verdict.through)"
    }

    private static func health(_ text: String, good: String, _ more: String?) -> StyledText {
        let word = StyledText(text, text == good ? .good : .bad)
        return more.map { "\(word), \($0)" } ?? word
    }

    /// `connected since 2026-11-23 18:32Z, 12 probes running now`.
    static func worker(_ status: DeskStatus.Reply) -> StyledText {
        let worker = status.worker
        let style: Style =
            worker.connected ? (worker.silentSeconds == nil ? .good : .warning) : .bad
        let word = worker.connected ? "connected" : "not connected"
        var line: StyledText = "\(word, style)"
        if let since = worker.since {
            line = "\("\(word) since ", style)\(Words.minuteAndDistance(since), style)"
        }
        if let silent = worker.silentSeconds { line += ", silent for \(silent) s" }
        if let note = worker.note { line += ", \(note)" }
        if let load = load(status.workerLoad) { line += ", \(load)" }
        return line
    }

    /// `12 probes running now, 3 waiting`.
    private static func load(_ load: WorkerLoad?) -> String? {
        load.map { load in
            let waiting = load.waiting == 0 ? "" : ", \(load.waiting) waiting"
            return "\(Words.count(load.running, "probe")) running now\(waiting)"
        }
    }

    /// `5 open: 1 at level 1, 4 at level 3`.
    static func tickets(_ byLevel: [String: Int]) -> StyledText {
        let levels = Level.allCases.compactMap { level -> StyledText? in
            guard let count = byLevel["\(level.rawValue)"], count > 0 else { return nil }
            return "\(count) at level \(Words.level(level))"
        }
        return sum(byLevel.values.reduce(0, +), "open", levels)
    }

    /// `12 in all: 11 up, 1 down`.
    static func monitors(_ byState: [String: Int]) -> StyledText {
        let states = MonitorState.allCases.compactMap { state -> StyledText? in
            guard let count = byState[state.rawValue], count > 0 else { return nil }
            return "\(count) \(Words.state(state))"
        }
        return sum(byState.values.reduce(0, +), "in all", states)
    }

    private static func sum(_ count: Int, _ what: String, _ parts: [StyledText]) -> StyledText {
        guard let first = parts.first else { return "none" }
        let list = parts.dropFirst().reduce(first) { "\($0), \($1)" }
        return "\(count) \(what): \(list)"
    }
}

/// `supportc snapshot`.
struct SnapshotCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "snapshot", "Write a snapshot now.", example: "supportc snapshot")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> DeskSnapshot { DeskSnapshot() }

    func show(_ reply: DeskSnapshot.Reply, on page: inout Page) {
        page.line("snapshot written: record \(reply.seq, .strong), \(reply.bytes) bytes")
    }

    func identifiers(_ reply: DeskSnapshot.Reply) -> [String] { ["\(reply.seq)"] }
}

/// `supportc verify`.
struct VerifyCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the journal's files and compute every closed cycle and month again.",
        discussion: """
            Ends with 1 if a file is damaged or anything differs. The files alone are checked by the \
            desk itself after each start and once a day; `supportc status` shows with what result.

            Example:
              supportc verify --since 47110
            """)

    @Option(
        "Only the records after this one, and the cycles that they closed.", value: "seq",
        Reading.record)
    var since: UInt64?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> DeskVerify { DeskVerify(since: since) }

    func show(_ reply: DeskVerify.Reply, on page: inout Page) {
        let place = since.map { " after \($0)" } ?? ""
        let read =
            "\(Words.count(reply.records, "record"))\(place) read, "
            + "\(DoubtLines.count(reply.cycles, reply.months, "closed cycle")) computed again"
        let differing = reply.monthDifferences ?? []
        defer { showAttachments(reply.attachments, on: &page) }
        guard !reply.differences.isEmpty || !differing.isEmpty else {
            page.line("\(read): \("nothing differs", .good)")
            return
        }
        let count = Words.count(reply.differences.count + differing.count, "difference")
        page.line("\(read): \(count, .bad)")
        for difference in reply.differences {
            page.line(
                "  contract \(difference.contract), cycle \(difference.cycle): \(difference.text)"
            )
        }
        for difference in differing {
            page.line("  on demand, \(difference.client) \(difference.month): \(difference.text)")
        }
    }

    private func showAttachments(_ check: AttachmentCheck?, on page: inout Page) {
        guard let check else { return }
        let read =
            "\(Words.count(check.files, "attached file")) read (\(ByteCount.text(check.bytes)))"
        guard !check.troubles.isEmpty else {
            page.line("\(read): \("all whole", .good)")
            return
        }
        page.line("\(read): \("\(check.troubles.count) not whole", .bad)")
        for trouble in check.troubles { page.line("  \(trouble.words)") }
    }

    func identifiers(_ reply: DeskVerify.Reply) -> [String] {
        reply.differences.map(\.contract.description)
            + (reply.monthDifferences ?? []).map(\.client.text)
    }

    func ending(_ reply: DeskVerify.Reply) -> SupportWire.ExitCode {
        reply.differences.isEmpty && reply.monthDifferences?.isEmpty ?? true
            && reply.attachments?.troubles.isEmpty ?? true ? .done : .refused
    }
}
