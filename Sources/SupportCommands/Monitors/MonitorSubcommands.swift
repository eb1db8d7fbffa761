import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor`.
struct MonitorCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "monitor", abstract: "The monitors of sites and of this host.",
        subcommands: [
            MonitorAddCommand.self, MonitorSetCommand.self, MonitorShowCommand.self,
            MonitorListCommand.self, MonitorCheckCommand.self, MonitorPauseCommand.self,
            MonitorResumeCommand.self, MonitorRemoveCommand.self,
        ])
}

/// `supportc monitor add`.
struct MonitorAddCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Set up a monitor for a client.",
        discussion:
            "Example:\n  supportc monitor add acme acme-shop --http https://shop.example.com/ --every 1m"
    )

    @Argument(help: "The client.", transform: Reading.name)
    var client: Name<Client>

    @Argument(help: "The short name of the monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @OptionGroup(title: "Check") var checking: CheckOptions

    @OptionGroup(title: "Rhythm") var timing: TimingOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws { _ = try check() }

    func request(_ input: Input) throws -> MonitorAdd {
        MonitorAdd(
            monitor: monitor, client: client, check: try check(), level: timing.level,
            every: timing.every, retry: timing.retry, timeout: timing.probeTimeout,
            failures: timing.failures, successes: timing.successes)
    }

    private func check() throws -> Check {
        guard let check = try checking.check() else {
            throw ValidationError("say what to look at: --http, --tcp, --disk, --memory or --load")
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

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}

/// `supportc monitor set`.
struct MonitorSetCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change what a monitor looks at, its rhythm or its level.",
        discussion:
            "A check replaces the old one as a whole.\n\nExample:\n  supportc monitor set acme-shop --every 30s"
    )

    @Argument(help: "The monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @OptionGroup(title: "Check") var checking: CheckOptions

    @OptionGroup(title: "Rhythm") var timing: TimingOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if try checking.check() == nil, timing.isEmpty {
            throw ValidationError("nothing to change; give a check, its rhythm or --level")
        }
    }

    func request(_ input: Input) throws -> MonitorSet {
        MonitorSet(
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

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}

/// `supportc monitor pause`.
struct MonitorPauseCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Ask the desk to look no more for now.",
        discussion: "Example:\n  supportc monitor pause acme-shop --reason 'moving house'")

    @Argument(help: "The monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> PauseMonitor { PauseMonitor(monitor: monitor, reason: reason) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.line("monitor \(reply.monitor, .strong) paused")
    }

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}

/// `supportc monitor resume`.
struct MonitorResumeCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let the desk look again.",
        discussion: "Example:\n  supportc monitor resume acme-shop")

    @Argument(help: "The monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ResumeMonitor { ResumeMonitor(monitor: monitor) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.line("monitor \(reply.monitor, .strong) resumed: \(Words.state(reply.state))")
    }

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}

/// `supportc monitor remove`.
struct MonitorRemoveCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a monitor down; its tickets stay.",
        discussion: "Example:\n  supportc monitor remove acme-shop")

    @Argument(help: "The monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> RemoveMonitor { RemoveMonitor(monitor: monitor) }

    func show(_ reply: RemoveMonitor.Reply, on page: inout Page) {
        page.line("monitor \(reply.removed, .strong) removed")
    }

    func identifiers(_ reply: RemoveMonitor.Reply) -> [String] { [reply.removed.text] }
}

/// `supportc monitor check`.
struct MonitorCheckCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Ask for a look now, besides the rhythm.",
        discussion: "Example:\n  supportc monitor check acme-shop")

    @Argument(help: "The monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> MonitorCheck { MonitorCheck(monitor: monitor) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.line(
            "monitor \(reply.monitor, .strong) is looked at now; it was \(Words.state(reply.state))"
        )
    }

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}
