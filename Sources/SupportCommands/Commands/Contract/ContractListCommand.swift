import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract list`.
struct ContractListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the contracts.",
        discussion: "Example:\n  supportc contract list --client acme")

    @Option(
        help: ArgumentHelp("Only of this client.", valueName: "client"), transform: Reading.name)
    var client: Name<Client>?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ContractList { ContractList(client: client) }

    func show(_ reply: ContractList.Reply, on page: inout Page) {
        page.table(ContractRows.table(reply.contracts), none: "no contracts")
    }

    func identifiers(_ reply: ContractList.Reply) -> [String] {
        reply.contracts.map(\.contract.description)
    }
}
