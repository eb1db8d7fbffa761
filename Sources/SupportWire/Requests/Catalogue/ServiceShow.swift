package import SupportModel

/// Shows one service.
package struct ServiceShow: Request {
    package static let method = "service.show"
    package static let access = Access.read
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
