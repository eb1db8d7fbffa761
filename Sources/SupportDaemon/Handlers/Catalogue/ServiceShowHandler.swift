import SupportModel
import SupportWire

/// Answers `service.show`.
enum ServiceShowHandler: ReadHandler {
    static func answer(_ request: ServiceShow, _ desk: DeskView) throws -> ServiceShow.Reply {
        guard let service = desk.settings.catalogue.service(request.service) else {
            throw Refusal.unknown(.service, request.service.text)
        }
        let packages = desk.settings.catalogue.packages.filter {
            $0.services.contains(service.name)
        }
        return ServiceShow.Reply(
            service: ServiceView(service), packages: packages.map(\.name))
    }
}
