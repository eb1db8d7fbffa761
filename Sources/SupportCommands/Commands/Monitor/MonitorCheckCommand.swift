import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor check`.
struct MonitorCheckCommand: DeskCommand {
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
