/// What the agency sells: packages, services and the rules that hold for new contracts (R1-R9).
package struct Catalogue: Hashable, Sendable {
    /// In the order of the configuration.
    package var packages: [PackageOffer]
    /// In the order of the configuration.
    package var services: [Service]
    /// What an hour costs for a client without a package (R4).
    package var onDemandRate: Money
    /// The shortest term that is given the discount, in months (R5: 12).
    package var discountMonthsMin: Int
    /// What such a term takes off the package's fee and nothing else, in percent (R5: 10).
    package var discountPercent: Int
    /// What happens to Level 1 work beyond the weekly limit (R9).
    package var emergencyBeyondLimit: EmergencyBeyondLimit

    package init(
        packages: [PackageOffer], services: [Service], onDemandRate: Money,
        discountMonthsMin: Int = 12, discountPercent: Int = 10,
        emergencyBeyondLimit: EmergencyBeyondLimit = .package
    ) {
        self.packages = packages
        self.services = services
        self.onDemandRate = onDemandRate
        self.discountMonthsMin = discountMonthsMin
        self.discountPercent = discountPercent
        self.emergencyBeyondLimit = emergencyBeyondLimit
    }

    /// The offer of this name.
    package func offer(_ name: Name<PackageOffer>) -> PackageOffer? {
        packages.first { $0.name == name }
    }

    /// The service of this name.
    package func service(_ name: Name<Service>) -> Service? {
        services.first { $0.name == name }
    }

    /// What the services are called.
    package var serviceTitles: [Name<Service>: String] {
        Dictionary(services.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
    }
}
