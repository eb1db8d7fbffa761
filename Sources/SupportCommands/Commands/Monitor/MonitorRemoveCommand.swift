import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor remove`.
struct MonitorRemoveCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a monitor down; its tickets stay.",
        discussion: "Example:\n  supportc monitor remove acme-shop")

    @Argument(help: "The monitor.", transform: Reading.name)
    var monitor: Name<Monitor>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> MonitorRemove { MonitorRemove(monitor: monitor) }

    func show(_ reply: MonitorRemove.Reply, on page: inout Page) {
        page.line("monitor \(reply.removed, .strong) removed")
    }

    func identifiers(_ reply: MonitorRemove.Reply) -> [String] { [reply.removed.text] }
}
