import SupportModel
import SupportWire

/// The desk on one screen.
enum StatusScreen {
    static func show(_ status: DeskStatus.Reply, on page: inout Page) {
        page.line("supportd \(status.release, .strong), \(Words.second(status.now))")
        if let doubt = status.doubt { DoubtLines.show(doubt, on: &page) }
        page.facts([
            "running": "since \(Words.minute(status.startedAt)), \(age(status))",
            "clock": status.testClock ? StyledText("a test clock", .warning) : nil,
            "storage": health(status.storage, good: "ok", "record \(status.seq)"),
            "verified": status.verified.map(verified),
            "worker": worker(status),
            "connections": status.shortage.map { StyledText($0, .warning) },
            "clients":
                "\(status.clients), \(Words.count(status.activeContracts, "active contract"))",
            "next cycle end": status.nextBoundary.map { "\(Words.minute($0))" },
            "tickets": tickets(status.liveTickets),
            "monitors": monitors(status.monitors),
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
        if !status.next.isEmpty {
            page.heading("next")
            page.table(QueueRows.table(status.next), none: "")
        }
    }

    /// `2026-11-23 18:41Z, whole through record 4711`.
    private static func verified(_ verdict: JournalVerdict) -> StyledText {
        let at = Words.minute(verdict.at)
        if let problem = verdict.problem { return "\(at), \(problem, .bad)" }
        return "\(at), \("whole", .good) through record \(verdict.through)"
    }

    private static func age(_ status: DeskStatus.Reply) -> String {
        OutageText.text(milliseconds: max(0, status.now.milliseconds(since: status.startedAt)))
    }

    private static func health(_ text: String, good: String, _ more: String?) -> StyledText {
        let word = StyledText(text, text == good ? .good : .bad)
        return more.map { "\(word), \($0)" } ?? word
    }

    /// `connected since 2026-11-23T18:32:54.000Z, 12 looks run`.
    private static func worker(_ status: DeskStatus.Reply) -> StyledText {
        let isConnected = status.worker.hasPrefix("connected")
        let isSilent = status.worker.contains("silent")
        let word = StyledText(
            status.worker, isConnected ? (isSilent ? .warning : .good) : .bad)
        return load(status.workerLoad).map { "\(word), \($0)" } ?? word
    }

    /// `12 looks run, 3 wait`.
    private static func load(_ load: WorkerLoad?) -> String? {
        load.map { load in
            let waiting = load.waiting == 0 ? "" : ", \(load.waiting) wait"
            return
                "\(Words.count(load.running, "look")) run\(load.running == 1 ? "s" : "")\(waiting)"
        }
    }

    /// `5 open: 1 at level 1, 4 at level 3`.
    private static func tickets(_ byLevel: [String: Int]) -> StyledText {
        let levels = Level.allCases.compactMap { level -> StyledText? in
            guard let count = byLevel["\(level.rawValue)"], count > 0 else { return nil }
            return "\(count) at level \(Words.level(level))"
        }
        return sum(byLevel.values.reduce(0, +), "open", levels)
    }

    /// `12 in all: 11 up, 1 down`.
    private static func monitors(_ byState: [String: Int]) -> StyledText {
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
