import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor list`.
struct MonitorListCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "list", "List the monitors.", example: "supportc monitor list --state down")

    @Option("Only of this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @Option(
        "Only those in this state; repeated, those in either.", value: "state",
        anyOf: MonitorState.self)
    var state: [MonitorState] = []

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> MonitorList {
        MonitorList(client: client, state: OneOrMore(state))
    }

    func show(_ reply: MonitorList.Reply, on page: inout Page) {
        page.table(MonitorRows.table(reply.items), none: "no monitors")
    }
}

/// `supportc monitor show`.
struct MonitorShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a monitor and its last probe.", example: "supportc monitor show acme-shop")

    @Argument var monitor: Name<Monitor>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> MonitorShow { MonitorShow(monitor: monitor) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.line(
            "monitor \(reply.monitor, .strong) for \(reply.client): \(Words.state(reply.state))")
        page.facts([
            "check": "\(reply.check.words)",
            "since": "\(Words.secondAndDistance(reply.since))",
            "down since": reply.downSince.map { "\(Words.secondAndDistance($0), .bad)" },
            "detail": "\(reply.detail)",
            "ticket": reply.ticket.map { "\($0)" },
            "level": Words.level(reply.level),
            "rhythm": rhythm(reply.timing),
            "last probe": reply.lastLook.map(probe),
            "phases": reply.lastLook?.phases.map { "\($0.words)" },
            "version": "\(reply.version)",
        ])
    }

    private func rhythm(_ timing: MonitorTiming) -> StyledText {
        func span(_ milliseconds: Int) -> String { DurationText.text(milliseconds: milliseconds) }
        return
            "every \(span(timing.intervalMilliseconds)), retry \(span(timing.retryMilliseconds)), "
            + "time-out \(span(timing.timeoutMilliseconds)); down after "
            + "\(Words.count(timing.failuresToBelieve, "failure")), up after "
            + "\(Words.count(timing.successesToBelieve, "success", "successes"))"
    }

    private func probe(_ last: ProbeView) -> StyledText {
        "\(Words.secondAndDistance(last.at)): \(last.outcome.rawValue), \(last.detail) (\(last.streak) in a row)"
    }
}

/// The table of monitors.
enum MonitorRows {
    static func table(_ monitors: [MonitorView]) -> Table {
        var table = Table(
            "monitors",
            [
                .text("MONITOR"), .text("STATE"), .text("SINCE"), .text("CLIENT", goes: 3),
                .number("LEVEL", goes: 2), .number("TICKET"),
                .text("CHECK", .cut(least: 24), goes: 1), .text("DETAIL", .cut(least: 20)),
            ])
        for monitor in monitors {
            table.row(
                "\(monitor.monitor, .strong)", Words.state(monitor.state),
                "\(Words.distance(monitor.since))", "\(monitor.client)", Words.level(monitor.level),
                "\(monitor.ticket?.description ?? "")", "\(CheckLines.short(monitor.check))",
                "\(monitor.lastLook?.detail ?? monitor.detail)")
        }
        return table
    }
}

/// The check of a monitor in words.
enum CheckLines {
    /// `https://shop.example.com/`, `disk /srv, at least 10% free`.
    static func short(_ check: Check) -> String {
        if case .http(let http) = check { http.url } else { check.words }
    }
}
