import SupportModel
import SupportWire

/// Answers `service.list`.
enum ServiceListHandler: ReadHandler {
    static func answer(_ request: ServiceList, _ desk: DeskView) throws -> ServiceList.Reply {
        ServiceList.Reply(services: desk.settings.catalogue.services.map(ServiceView.init))
    }
}
