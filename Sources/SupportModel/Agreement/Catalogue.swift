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
    /// The levels in words, each once (R3).
    package var levels: [LevelWords]
    /// The response targets of work on demand, and of every package that has none of its own for a
    /// level; at most one a level.
    package var targets: [ResponseTarget]

    package init(
        packages: [PackageOffer], services: [Service], onDemandRate: Money,
        discountMonthsMin: Int = 12, discountPercent: Int = 10,
        emergencyBeyondLimit: EmergencyBeyondLimit = .package,
        levels: [LevelWords] = LevelWords.shipped, targets: [ResponseTarget] = []
    ) {
        self.packages = packages
        self.services = services
        self.onDemandRate = onDemandRate
        self.discountMonthsMin = discountMonthsMin
        self.discountPercent = discountPercent
        self.emergencyBeyondLimit = emergencyBeyondLimit
        self.levels = levels
        self.targets = targets
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

    /// The words of a level; the agency's own for one that the catalogue leaves out.
    package func words(of level: Level) -> LevelWords {
        levels.first { $0.level == level } ?? .shipped(level)
    }

    /// The targets that an offer's contracts are signed with, Level 1 first: the offer's own, else
    /// the catalogue's; a level that has neither is left out.
    package func targets(of offer: PackageOffer) -> [ResponseTarget] {
        Level.allCases.compactMap { offer.targets.target(of: $0) ?? targets.target(of: $0) }
    }
}
