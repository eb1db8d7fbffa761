import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor pause`.
struct MonitorPauseCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Ask the desk to look no more for now.",
        discussion: "Example:\n  supportc monitor pause acme-shop --reason 'moving house'")

    @Argument(help: "The monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> MonitorPause { MonitorPause(monitor: monitor, reason: reason) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.line("monitor \(reply.monitor, .strong) paused")
    }

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}
