import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor`.
struct MonitorCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "monitor", "The monitors of sites and of this host.",
        [
            MonitorAddCommand.self, MonitorSetCommand.self, MonitorShowCommand.self,
            MonitorListCommand.self, MonitorCheckCommand.self, MonitorPauseCommand.self,
            MonitorResumeCommand.self, MonitorRemoveCommand.self,
        ])
}

/// `supportc monitor add`.
struct MonitorAddCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "add", "Set up a monitor for a client.",
        example: "supportc monitor add acme acme-shop --http https://shop.example.com/ --every 1m")

    @Argument var client: Name<Client>

    @Argument(new: "The short name of the monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @OptionGroup(title: "Check") var checking: CheckOptions

    @OptionGroup(title: "Rhythm") var timing: TimingOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws { _ = try check() }

    func request(_ input: Input) throws -> AddMonitor {
        AddMonitor(
            monitor: monitor, client: client, check: try check(), level: timing.level,
            every: timing.every, retry: timing.retry, timeout: timing.probeTimeout,
            failures: timing.failures, successes: timing.successes)
    }

    private func check() throws -> Check {
        guard let check = try checking.check() else {
            throw ValidationError("say what to probe: --http, --tcp, --disk, --memory or --load")
        }
        return check
    }

    func show(_ reply: MonitorView, on page: inout Page) {
        let every = DurationText.text(milliseconds: reply.timing.intervalMilliseconds)
        page.line(
            "monitor \(reply.monitor, .strong) added for \(reply.client): "
                + "\(CheckLines.short(reply.check)) every \(every), level \(Words.level(reply.level))"
        )
    }
}

/// `supportc monitor set`.
struct MonitorSetCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "set", "Change what a monitor probes, its rhythm or its level.",
        details: "A check replaces the old one as a whole.",
        example: "supportc monitor set acme-shop --every 30s")

    @Argument var monitor: Name<Monitor>

    @OptionGroup(title: "Check") var checking: CheckOptions

    @OptionGroup(title: "Rhythm") var timing: TimingOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if try checking.check() == nil, timing.isEmpty {
            throw ValidationError("nothing to change; give a check, its rhythm or --level")
        }
    }

    func request(_ input: Input) throws -> ChangeMonitor {
        ChangeMonitor(
            monitor: monitor, check: try checking.check(), level: timing.level,
            every: timing.every, retry: timing.retry, timeout: timing.probeTimeout,
            failures: timing.failures, successes: timing.successes)
    }

    func show(_ reply: MonitorView, on page: inout Page) {
        let every = DurationText.text(milliseconds: reply.timing.intervalMilliseconds)
        page.line(
            "monitor \(reply.monitor, .strong) changed: \(CheckLines.short(reply.check)) "
                + "every \(every), level \(Words.level(reply.level))")
    }
}

/// `supportc monitor pause`.
struct MonitorPauseCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "pause", "Stop probing for now.",
        example: "supportc monitor pause acme-shop --reason 'moving house'")

    @Argument var monitor: Name<Monitor>

    @Option("Why.", value: "text")
    var reason: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> PauseMonitor { PauseMonitor(monitor: monitor, reason: reason) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.outcome(
            "monitor \(reply.monitor, .strong) paused", already: reply.unchanged,
            "monitor \(reply.monitor, .strong) is paused",
            dropped: reason == nil ? nil : "reason")
    }
}

/// `supportc monitor resume`.
struct MonitorResumeCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "resume", "Probe again.", example: "supportc monitor resume acme-shop")

    @Argument var monitor: Name<Monitor>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ResumeMonitor { ResumeMonitor(monitor: monitor) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.outcome(
            "monitor \(reply.monitor, .strong) resumed: \(Words.state(reply.state))",
            already: reply.unchanged,
            "monitor \(reply.monitor, .strong) runs")
    }
}

/// `supportc monitor remove`.
struct MonitorRemoveCommand: EndingCommand {
    static let configuration = CommandConfiguration.verb(
        "remove", "Take a monitor down; its tickets stay.",
        example: "supportc monitor remove acme-shop")

    @Argument var monitor: Name<Monitor>

    @OptionGroup var confirmation: ConfirmationOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    var act: String { "remove monitor \(monitor)" }

    func request(_ input: Input) -> RemoveMonitor { RemoveMonitor(monitor: monitor) }

    func show(_ reply: RemoveMonitor.Reply, on page: inout Page) {
        page.line("monitor \(reply.removed, .strong) removed")
    }
}

/// `supportc monitor check`.
struct MonitorCheckCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "check", "Probe now, besides the rhythm.",
        example: "supportc monitor check acme-shop")

    @Argument var monitor: Name<Monitor>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> MonitorCheck { MonitorCheck(monitor: monitor) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.line(
            "monitor \(reply.monitor, .strong) is probed now; it was \(Words.state(reply.state))"
        )
    }
}
