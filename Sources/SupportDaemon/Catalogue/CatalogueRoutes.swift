import SupportModel
import SupportWire

/// Answers `package.list`.
enum PackageListHandler: ReadHandler {
    static func answer(_ request: PackageList, _ desk: DeskView) throws -> PackageList.Reply {
        let catalogue = desk.settings.catalogue
        return PackageList.Reply(
            packages: catalogue.packages.map { PackageView($0, in: catalogue) })
    }
}

/// Answers `package.show`.
enum PackageShowHandler: ReadHandler {
    static func answer(_ request: PackageShow, _ desk: DeskView) throws -> PackageView {
        guard let offer = desk.settings.catalogue.offer(request.package) else {
            throw Refusal.unknown(.package, request.package.text)
        }
        return PackageView(offer, in: desk.settings.catalogue)
    }
}

/// Answers `service.list`.
enum ServiceListHandler: ReadHandler {
    static func answer(_ request: ServiceList, _ desk: DeskView) throws -> ServiceList.Reply {
        ServiceList.Reply(services: desk.settings.catalogue.services.map(ServiceView.init))
    }
}

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

/// Answers `level.list`.
enum LevelListHandler: ReadHandler {
    static func answer(_ request: LevelList, _ desk: DeskView) throws -> LevelList.Reply {
        LevelList.Reply(levels: Level.allCases.map { LevelView($0, in: desk.settings.catalogue) })
    }
}

/// Answers `level.show`.
enum LevelShowHandler: ReadHandler {
    static func answer(_ request: LevelShow, _ desk: DeskView) throws -> LevelView {
        LevelView(request.level, in: desk.settings.catalogue)
    }
}
