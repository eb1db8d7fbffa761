import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract list`.
struct ContractListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the contracts.",
        discussion: "Example: supportc contract list --client acme")

    @OptionGroup var options: ReadOptions

    @Option(
        help: ArgumentHelp("Only of this client.", valueName: "client"), transform: Reading.name)
    var client: Name<Client>?

    func request(_ input: Input) -> ContractList { ContractList(client: client) }

    func show(_ reply: ContractList.Reply, on page: inout Page) {
        page.table(ContractRows.table(reply.contracts), none: "no contracts")
    }

    func identifiers(_ reply: ContractList.Reply) -> [String] {
        reply.contracts.map(\.contract.description)
    }
}
