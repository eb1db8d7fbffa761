import ArgumentParser
import SupportModel
import SupportWire

/// `supportc client list`.
struct ClientListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the clients.",
        discussion: "Example:\n  supportc client list --archived")

    @Flag(help: "List archived ones too.")
    var archived = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ClientList { ClientList(archived: archived ? true : nil) }

    func show(_ reply: ClientList.Reply, on page: inout Page) {
        var table = Table([.text("CLIENT"), .text("NAME"), .text("ZONE"), .text("MAIL"), .text("")])
        for client in reply.clients {
            table.row(
                "\(client.client, .strong)", "\(client.name)", "\(client.zone)",
                "\(Words.list(client.mails))", client.archived ? "archived" : "")
        }
        page.table(table, none: "no clients")
    }

    func identifiers(_ reply: ClientList.Reply) -> [String] { reply.clients.map(\.client.text) }
}
