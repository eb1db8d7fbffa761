package import SupportModel

/// Shows one service.
package struct ServiceShow: Request {
    package static let method = "service.show"
    package static let access = Access.read
    package var service: Name<Service>

    package init(service: Name<Service>) {
        self.service = service
    }

    /// A service and the packages that include it.
    package struct Reply: Codable, Hashable, Sendable {
        package var service: ServiceView
        package var packages: [Name<PackageOffer>]

        package init(service: ServiceView, packages: [Name<PackageOffer>]) {
            self.service = service
            self.packages = packages
        }
    }
}
