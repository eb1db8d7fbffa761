package import SupportModel

/// Lists the packages that can be signed today, in the order of the configuration.
package struct PackageList: Request {
    package static let method = Method<Listing<PackageView>>.read("package.list", .quick)

    /// The request, which has no parameters.
    package init() {}
}

/// Shows one package.
package struct PackageShow: Request {
    package static let method = Method<PackageView>.read("package.show", .quick)

    /// The package's name in the catalogue, such as `starter`.
    package var package: Name<PackageOffer>

    package init(package: Name<PackageOffer>) {
        self.package = package
    }
}

/// Lists the services that a ticket or a time entry can name, in the order of the configuration.
package struct ServiceList: Request {
    package static let method = Method<Listing<ServiceView>>.read("service.list", .quick)

    /// The request, which has no parameters.
    package init() {}
}

/// Shows one service.
package struct ServiceShow: Request {
    package static let method = Method<Reply>.read("service.show", .quick)

    /// The service's name in the catalogue, such as `troubleshooting`.
    package var service: Name<Service>

    package init(service: Name<Service>) {
        self.service = service
    }

    /// A service and the packages that include it.
    package struct Reply: View {
        /// The service that was asked for.
        package var service: ServiceView
        /// The packages of today's catalogue that include it, in the order of the configuration;
        /// empty when work in it is always extra hours.
        package var packages: [Name<PackageOffer>]

        package init(service: ServiceView, packages: [Name<PackageOffer>]) {
            (self.service, self.packages) = (service, packages)
        }
    }
}

/// Lists the four levels with their words and examples, most severe first (R3).
package struct LevelList: Request {
    package static let method = Method<Listing<LevelView>>.read("level.list", .quick)

    /// The request, which has no parameters.
    package init() {}
}

/// Shows one level (R3).
package struct LevelShow: Request {
    package static let method = Method<LevelView>.read("level.show", .quick)

    /// The level to show, 1 to 4.
    package var level: Level

    package init(level: Level) {
        self.level = level
    }
}
