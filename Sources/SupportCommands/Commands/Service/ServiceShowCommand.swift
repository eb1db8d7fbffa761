import ArgumentParser
import SupportModel
import SupportWire

/// `supportc service show`.
struct ServiceShowCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a service and the packages that include it.",
        discussion: "Example:\n  supportc service show security")

    @Argument(help: "The service.", transform: Reading.name)
    var service: Name<Service>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ServiceShow { ServiceShow(service: service) }

    func show(_ reply: ServiceShow.Reply, on page: inout Page) {
        page.line("service \(reply.service.service, .strong): \(reply.service.title)")
        let packages = reply.packages.isEmpty ? "no package" : Words.list(reply.packages)
        page.facts(["included in": "\(packages)"])
    }

    func identifiers(_ reply: ServiceShow.Reply) -> [String] { [reply.service.service.text] }
}
