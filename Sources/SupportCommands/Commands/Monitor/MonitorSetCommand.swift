import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor set`.
struct MonitorSetCommand: DeskCommand {
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
        let every = SpanText.text(milliseconds: Int64(reply.timing.intervalMilliseconds))
        page.line(
            "monitor \(reply.monitor, .strong) changed: \(CheckLines.short(reply.check)) "
                + "every \(every), level \(Words.level(reply.level))")
    }

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}
