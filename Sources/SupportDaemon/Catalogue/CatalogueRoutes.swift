import SupportModel
import SupportWire

/// The methods of what the agency sells: packages, services and levels.
enum CatalogueRoutes {
    static let all: [Route] = [
        .read(PackageList.self) { _, desk in
            let catalogue = desk.settings.catalogue
            return Listing(catalogue.packages.map { PackageView($0, in: catalogue) })
        },
        .read(PackageShow.self, answer: packageShow),
        .read(ServiceList.self) { _, desk in
            Listing(desk.settings.catalogue.services.map(ServiceView.init))
        },
        .read(ServiceShow.self, answer: serviceShow),
        .read(LevelList.self) { _, desk in
            Listing(Level.allCases.map { LevelView($0, in: desk.settings.catalogue) })
        },
        .read(LevelShow.self) { LevelView($0.level, in: $1.settings.catalogue) },
    ]

    private static func packageShow(_ request: PackageShow, _ desk: DeskView) throws -> PackageView
    {
        guard let offer = desk.settings.catalogue.offer(request.package) else {
            throw Refusal.unknown(.package, request.package.text)
        }
        return PackageView(offer, in: desk.settings.catalogue)
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
}
