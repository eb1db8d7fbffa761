import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor show`.
struct MonitorShowCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a monitor and its last look.",
        discussion: "Example:\n  supportc monitor show acme-shop")

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
            "last look": reply.lastLook.map(look),
            "phases": reply.lastLook?.phases.map(PhaseLine.text),
            "version": "\(reply.version)",
        ])
    }

    private func rhythm(_ timing: MonitorTiming) -> StyledText {
        func span(_ milliseconds: Int) -> String {
            SpanText.text(milliseconds: Int64(milliseconds))
        }
        return
            "every \(span(timing.intervalMilliseconds)), retry \(span(timing.retryMilliseconds)), "
            + "time-out \(span(timing.timeoutMilliseconds)); believes "
            + "\(Words.count(timing.failuresToBelieve, "failure")), "
            + "\(Words.count(timing.successesToBelieve, "success", "successes"))"
    }

    private func look(_ look: LookView) -> StyledText {
        "\(Words.second(look.at)): \(look.outcome.rawValue), \(look.detail) (\(look.streak) in a row)"
    }

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}
