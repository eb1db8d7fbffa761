import ArgumentParser
import SupportWire

/// `supportc service list`.
struct ServiceListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the services.",
        discussion: "Example:\n  supportc service list")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ServiceList { ServiceList() }

    func show(_ reply: ServiceList.Reply, on page: inout Page) {
        var table = Table([.text("SERVICE"), .text("TITLE")])
        for service in reply.services {
            table.row("\(service.service, .strong)", "\(service.title)")
        }
        page.table(table, none: "no services")
    }

    func identifiers(_ reply: ServiceList.Reply) -> [String] {
        reply.services.map(\.service.text)
    }
}
