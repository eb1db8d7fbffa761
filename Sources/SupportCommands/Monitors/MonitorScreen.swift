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

    @Argument(help: "The monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> MonitorShow { MonitorShow(monitor: monitor) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.line(
            "monitor \(reply.monitor, .strong) for \(reply.client): \(Words.state(reply.state))")
        page.facts([
            "check": "\(CheckLines.long(reply.check))",
            "since": "\(Words.second(reply.since))",
            "down since": reply.downSince.map { "\(Words.second($0), .bad)" },
            "detail": "\(reply.detail)",
            "ticket": reply.ticket.map { "\($0)" },
            "level": Words.level(reply.level),
            "rhythm": rhythm(reply.timing),
            "last probe": reply.lastLook.map(probe),
            "phases": reply.lastLook?.phases.map(PhaseLine.text),
            "version": "\(reply.version)",
        ])
    }

    private func rhythm(_ timing: MonitorTiming) -> StyledText {
        func span(_ milliseconds: Int) -> String { DurationText.text(milliseconds: milliseconds) }
        return
            "every \(span(timing.intervalMilliseconds)), retry \(span(timing.retryMilliseconds)), "
            + "time-out \(span(timing.timeoutMilliseconds)); believes "
            + "\(Words.count(timing.failuresToBelieve, "failure")), "
            + "\(Words.count(timing.successesToBelieve, "success", "successes"))"
    }

    private func probe(_ last: ProbeView) -> StyledText {
        "\(Words.second(last.at)): \(last.outcome.rawValue), \(last.detail) (\(last.streak) in a row)"
    }
}

/// The table of monitors.
enum MonitorRows {
    static func table(_ monitors: [MonitorView]) -> Table {
        var table = Table([
            .text("MONITOR"), .text("STATE"), .text("SINCE"), .text("CLIENT"), .number("LEVEL"),
            .number("TICKET"), .text("CHECK"), .text("DETAIL"),
        ])
        for monitor in monitors {
            table.row(
                "\(monitor.monitor, .strong)", Words.state(monitor.state),
                "\(Words.minute(monitor.since))", "\(monitor.client)", Words.level(monitor.level),
                "\(monitor.ticket?.description ?? "")", "\(CheckLines.short(monitor.check))",
                "\(monitor.lastLook?.detail ?? monitor.detail)")
        }
        return table
    }
}

/// The duration of each phase of a probe.
enum PhaseLine {
    /// `resolve 1.2 ms, connect 8.0 ms, total 24.6 ms`; phases that were not reached are left out.
    static func text(_ phases: ProbePhases) -> StyledText {
        let parts: [(String, Int?)] = [
            ("resolve", phases.resolve), ("connect", phases.connect), ("tls", phases.tls),
            ("first byte", phases.firstByte), ("transfer", phases.transfer),
            ("total", phases.total),
        ]
        let shown = parts.compactMap { name, microseconds in
            microseconds.map { "\(name) \(milliseconds($0))" }
        }
        return "\(Words.list(shown))"
    }

    /// Rounded half up to a tenth of a millisecond.
    private static func milliseconds(_ microseconds: Int) -> String {
        let whole = max(0, microseconds)
        let tenths = whole / 100 + (whole % 100 >= 50 ? 1 : 0)
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}

/// The check of a monitor in words.
enum CheckLines {
    /// `https://shop.example.com/`, `disk /srv, at least 10% free`.
    static func short(_ check: Check) -> String {
        switch check {
        case .http(let http): http.url
        case .tcp(let tcp): "tcp \(place(tcp))"
        case .disk(let disk): "disk \(disk.path), at least \(disk.freePercentMin)% free"
        case .memory(let memory): "memory, at least \(memory.availablePercentMin)% available"
        case .load(let load): "load up to \(load.loadPerProcessorHundredthsMax.hundredths)"
        }
    }

    /// The same with every limit that the check is judged by.
    static func long(_ check: Check) -> String {
        guard case .http(let http) = check else { return short(check) }
        let parts = [
            http.url, "status \(http.statusLowest)-\(http.statusHighest)",
            http.textPresent.map { "holds \"\($0)\"" },
            http.textAbsent.map { "does not hold \"\($0)\"" },
            http.responseMillisecondsMax.map {
                "within \(DurationText.text(milliseconds: $0))"
            },
            http.followsRedirects ? nil : "no redirects",
            http.followsLocalRedirects ?? false ? "local redirects allowed" : nil,
        ]
        return Words.list(parts.compactMap(\.self))
    }

    private static func place(_ check: TCPCheck) -> String {
        check.host.contains(":") ? "[\(check.host)]:\(check.port)" : "\(check.host):\(check.port)"
    }
}
