import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor add`.
struct MonitorAddCommand: DeskCommand {
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
        let every = SpanText.text(milliseconds: Int64(reply.timing.intervalMilliseconds))
        page.line(
            "monitor \(reply.monitor, .strong) added for \(reply.client): "
                + "\(CheckLines.short(reply.check)) every \(every), level \(Words.level(reply.level))"
        )
    }

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}
