import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor resume`.
struct MonitorResumeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let the desk look again.",
        discussion: "Example:\n  supportc monitor resume acme-shop")

    @Argument(help: "The monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> MonitorResume { MonitorResume(monitor: monitor) }

    func show(_ reply: MonitorView, on page: inout Page) {
        page.line("monitor \(reply.monitor, .strong) resumed: \(Words.state(reply.state))")
    }

    func identifiers(_ reply: MonitorView) -> [String] { [reply.monitor.text] }
}
