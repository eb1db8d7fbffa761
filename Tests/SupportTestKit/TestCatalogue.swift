package import SupportModel

extension Catalogue {
    /// A catalogue for tests: Starter with the agency's 40 hours, and others with round figures.
    ///
    /// Starter leaves out `development`; the other packages include every service.
    package static let test = Catalogue(
        packages: [
            offer("starter", "Starter", hours: 40, services: all.filter { $0 != "development" }),
            offer("standard", "Standard", hours: 80, services: all),
            offer("flexible", "Flexible", hours: nil, services: all),
        ],
        services: all.map { Service(name: $0, title: "The service \($0)") },
        onDemandRate: Money(minorUnits: 9000, currency: "EUR"))

    private static let all: [Name<Service>] = [
        "monitoring", "security-updates", "troubleshooting", "design", "development",
        "project-management", "quality-assurance", "training",
    ]

    private static func offer(
        _ name: Name<PackageOffer>, _ title: String, hours: Int?, services: [Name<Service>]
    ) -> PackageOffer {
        PackageOffer(
            name: name, title: title, hours: hours,
            monthlyFee: Money(minorUnits: 240_000, currency: "EUR"),
            extraRate: Money(minorUnits: 7500, currency: "EUR"), weeklySharePercent: 50,
            services: services)
    }
}
