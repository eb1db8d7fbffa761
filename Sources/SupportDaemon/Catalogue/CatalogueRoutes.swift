import SupportModel
import SupportWire

/// The methods of what the agency sells: packages, services and levels.
enum CatalogueRoutes {
    static let all: [Route] = [
        .read(PackageList.self, answer: packageList),
        .read(PackageShow.self, answer: packageShow),
        .read(ServiceList.self, answer: serviceList),
        .read(ServiceShow.self, answer: serviceShow),
        .read(LevelList.self, answer: levelList),
        .read(LevelShow.self, answer: levelShow),
    ]

    private static func packageList(_ request: PackageList, _ desk: DeskView) throws
        -> PackageList.Reply
    {
        let catalogue = desk.settings.catalogue
        return Listing(catalogue.packages.map { PackageView($0, in: catalogue) })
    }

    private static func packageShow(_ request: PackageShow, _ desk: DeskView) throws -> PackageView
    {
        guard let offer = desk.settings.catalogue.offer(request.package) else {
            throw Refusal.unknown(.package, request.package.text)
        }
        return PackageView(offer, in: desk.settings.catalogue)
    }

    private static func serviceList(_ request: ServiceList, _ desk: DeskView) throws
        -> ServiceList.Reply
    {
        Listing(desk.settings.catalogue.services.map(ServiceView.init))
    }

    private static func serviceShow(_ request: ServiceShow, _ desk: DeskView) throws
        -> ServiceShow.Reply
    {
        guard let service = desk.settings.catalogue.service(request.service) else {
            throw Refusal.unknown(.service, request.service.text)
        }
        let packages = desk.settings.catalogue.packages.filter {
            $0.services.contains(service.name)
        }
        return ServiceShow.Reply(
            service: ServiceView(service), packages: packages.map(\.name))
    }

    private static func levelList(_ request: LevelList, _ desk: DeskView) throws -> LevelList.Reply
    {
        Listing(Level.allCases.map { LevelView($0, in: desk.settings.catalogue) })
    }

    private static func levelShow(_ request: LevelShow, _ desk: DeskView) throws -> LevelView {
        LevelView(request.level, in: desk.settings.catalogue)
    }
}
