package import SupportModel

/// Lists the packages of the catalogue.
package struct PackageList: Request {
    package static let method = "package.list"
    package static let permission = Permission.read
    package static let cost = Cost.quick

    /// The request, which has no parameters.
    package init() {}

    /// The packages, in the order of the configuration.
    package struct Reply: Codable, Hashable, Sendable {
        /// Every package that can be signed today.
        package var packages: [PackageView]

        package init(packages: [PackageView]) {
            self.packages = packages
        }
    }
}

/// Shows one package.
package struct PackageShow: Request {
    package static let method = "package.show"
    package static let permission = Permission.read
    package static let cost = Cost.quick
    /// The package's name in the catalogue, such as `starter`.
    package var package: Name<PackageOffer>

    package init(package: Name<PackageOffer>) {
        self.package = package
    }

    package typealias Reply = PackageView
}

/// Lists the services of the catalogue.
package struct ServiceList: Request {
    package static let method = "service.list"
    package static let permission = Permission.read
    package static let cost = Cost.quick

    /// The request, which has no parameters.
    package init() {}

    /// The services, in the order of the configuration.
    package struct Reply: Codable, Hashable, Sendable {
        /// Every service that a ticket or a time entry can name.
        package var services: [ServiceView]

        package init(services: [ServiceView]) {
            self.services = services
        }
    }
}

/// Shows one service.
package struct ServiceShow: Request {
    package static let method = "service.show"
    package static let permission = Permission.read
    package static let cost = Cost.quick
    /// The service's name in the catalogue, such as `troubleshooting`.
    package var service: Name<Service>

    package init(service: Name<Service>) {
        self.service = service
    }

    /// A service and the packages that include it.
    package struct Reply: Codable, Hashable, Sendable {
        /// The service that was asked for.
        package var service: ServiceView
        /// The packages of today's catalogue that include it, in the order of the configuration;
        /// empty when work in it is always extra hours.
        package var packages: [Name<PackageOffer>]

        package init(service: ServiceView, packages: [Name<PackageOffer>]) {
            self.service = service
            self.packages = packages
        }
    }
}

/// Lists the four levels with their words and examples (R3).
package struct LevelList: Request {
    package static let method = "level.list"
    package static let permission = Permission.read
    package static let cost = Cost.quick

    /// The request, which has no parameters.
    package init() {}

    /// The levels, most severe first.
    package struct Reply: Codable, Hashable, Sendable {
        /// All four, level 1 first.
        package var levels: [LevelView]

        package init(levels: [LevelView]) {
            self.levels = levels
        }
    }
}

/// Shows one level (R3).
package struct LevelShow: Request {
    package static let method = "level.show"
    package static let permission = Permission.read
    package static let cost = Cost.quick
    /// The level to show, 1 to 4.
    package var level: Level

    package init(level: Level) {
        self.level = level
    }

    package typealias Reply = LevelView
}
