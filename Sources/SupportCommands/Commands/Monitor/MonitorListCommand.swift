import ArgumentParser
import SupportModel
import SupportWire

/// `supportc monitor list`.
struct MonitorListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the monitors.",
        discussion: "Example:\n  supportc monitor list --state down")

    @Option(
        help: ArgumentHelp("Only of this client.", valueName: "client"), transform: Reading.name)
    var client: Name<Client>?

    @Option(
        help: ArgumentHelp("Only those in this state.", valueName: "state"),
        completion: .list(Reading.words(of: MonitorState.self)), transform: Reading.word)
    var state: MonitorState?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> MonitorList { MonitorList(client: client, state: state) }

    func show(_ reply: MonitorList.Reply, on page: inout Page) {
        page.table(MonitorRows.table(reply.monitors), none: "no monitors")
    }

    func identifiers(_ reply: MonitorList.Reply) -> [String] { reply.monitors.map(\.monitor.text) }
}
