/// The packages and services that the agency sells, and the rules that apply to new contracts
/// (R1-R9).
package struct Catalogue: Hashable, Sendable {
    /// In the order of the configuration.
    package var packages: [PackageOffer]
    /// In the order of the configuration.
    package var services: [Service]
    /// The price of an hour for a client without a package (R4).
    package var onDemandRate: Money
    /// The shortest term that receives the discount, in months (R5: 12).
    package var discountMonthsMin: Int
    /// The discount of such a term, in percent of the package's fee; no other price is reduced (R5:
    /// 10).
    package var discountPercent: Int
    /// What happens to Level 1 work beyond the weekly limit (R9).
    package var emergencyBeyondLimit: EmergencyBeyondLimit
    /// The descriptions of the levels, each level once (R3).
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
        (self.packages, self.services, self.onDemandRate) = (packages, services, onDemandRate)
        (self.discountMonthsMin, self.discountPercent) = (discountMonthsMin, discountPercent)
        (self.emergencyBeyondLimit, self.levels) = (emergencyBeyondLimit, levels)
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

    /// The titles of the services by name.
    package var serviceTitles: [Name<Service>: String] {
        Dictionary(services.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// The description of a level; the agency's own for one that the catalogue leaves out.
    package func words(of level: Level) -> LevelWords {
        levels.first { $0.level == level } ?? .shipped(level)
    }

    /// The targets that an offer's contracts are signed with, Level 1 first: the offer's own, else
    /// the catalogue's; a level that has neither is left out.
    package func targets(of offer: PackageOffer) -> [ResponseTarget] {
        Level.allCases.compactMap { offer.targets.target(of: $0) ?? targets.target(of: $0) }
    }
}

/// A package as the catalogue offers it today (R1). A contract keeps the terms it was signed with.
package struct PackageOffer: Hashable, Sendable, Codable {
    /// The name that callers use: `starter`.
    package var name: Name<PackageOffer>
    /// The title that people read: `Starter`.
    package var title: String
    /// Hours a month; nil where they are agreed per contract (Flexible).
    package var hours: Int?
    /// The price of a month before any discount.
    package var monthlyFee: Money
    /// The price of an hour beyond the package (R8).
    package var extraRate: Money
    /// The most of the package's hours that one week may draw, in percent, 1 to 100 (R9: 50).
    package var weeklySharePercent: Int
    /// The services that draw from the package; work in another one is extra hours (R2).
    package var services: [Name<Service>]
    /// How the time of its entries is rounded; nil for no rounding.
    package var rounding: Rounding?
    /// Its own response targets, at most one a level; where a level has none here, the catalogue's
    /// applies.
    package var targets: [ResponseTarget]

    package init(
        name: Name<PackageOffer>, title: String, hours: Int?, monthlyFee: Money, extraRate: Money,
        weeklySharePercent: Int, services: [Name<Service>], rounding: Rounding? = nil,
        targets: [ResponseTarget] = []
    ) {
        (self.name, self.title, self.hours, self.monthlyFee) = (name, title, hours, monthlyFee)
        (self.extraRate, self.weeklySharePercent) = (extraRate, weeklySharePercent)
        (self.services, self.rounding, self.targets) = (services, rounding, targets)
    }
}

extension Catalogue {
    /// The offer of a name; refused when the catalogue has none.
    func known(_ name: Name<PackageOffer>) throws(Refusal) -> PackageOffer {
        guard let offer = offer(name) else { throw .unknown(.package, name.text) }
        return offer
    }
}

extension PackageOffer {
    /// The weekly limit for an amount of hours a month (R9): the package's share of them, rounded
    /// down to the minute.
    func weeklyLimit(of included: Minutes) -> Minutes {
        Minutes(
            included.count / 100 * weeklySharePercent
                + included.count % 100 * weeklySharePercent / 100)
    }

    /// Hours a month of a contract on this offer (R1): the package's own, or the agreed ones where
    /// the package does not fix them; refused when hours are given for a package that fixes them,
    /// or missing for one that does not.
    func hours(agreed: Minutes?) throws(Refusal) -> Minutes {
        switch (hours, agreed) {
        case (let fixed?, nil):
            return .hours(fixed)
        case (let fixed?, .some):
            throw .invalid(.hours, .agreement(.hours(.fixed(title: title, hours: fixed))))
        case (nil, nil):
            throw .invalid(.hours, .agreement(.hours(.missing(title: title))))
        case (nil, let agreed?):
            try checkAgreed(agreed)
            return agreed
        }
    }

    /// Accepts a duration of at most `Limits.packageHoursMax` hours whose weekly share is a minute
    /// or more.
    private func checkAgreed(_ agreed: Minutes) throws(Refusal) {
        guard agreed > .zero, agreed <= .hours(Limits.packageHoursMax) else {
            throw .invalid(.hours, .agreement(.hours(.outside(agreed))))
        }
        guard weeklyLimit(of: agreed) > .zero else {
            throw .invalid(
                .hours, .agreement(.hours(.tooFew(agreed, percent: weeklySharePercent))))
        }
    }
}

/// A kind of work that a ticket and a time entry name (R2).
package struct Service: Hashable, Sendable, Codable {
    /// The name that callers use: `troubleshooting`.
    package var name: Name<Service>
    /// The title that people read: `Troubleshooting and bug fixing`.
    package var title: String

    package init(name: Name<Service>, title: String) {
        (self.name, self.title) = (name, title)
    }
}

/// The times within which the agency intends to answer a ticket of a level and to resolve it.
package struct ResponseTarget: Hashable, Sendable, Codable {
    /// The level that the target applies to.
    package var level: Level
    /// From the opening to the first response: 1 to `Limits.targetMinutesMax`.
    package var firstResponse: Minutes
    /// From the opening to the resolution: `firstResponse` to `Limits.targetMinutesMax`.
    package var resolution: Minutes

    package init(level: Level, firstResponse: Minutes, resolution: Minutes) {
        (self.level, self.firstResponse, self.resolution) = (level, firstResponse, resolution)
    }

    /// Whether its minutes are those of business time, which Levels 3 and 4 have; Levels 1 and 2
    /// run in real time, day and night.
    package var isInBusinessTime: Bool { level >= .highPriority }
}

extension Sequence<ResponseTarget> {
    /// The target of a level; nil where the level has none.
    package func target(of level: Level) -> ResponseTarget? { first { $0.level == level } }
}

/// The description of a level, for a person who must choose one (R3).
package struct LevelWords: Hashable, Sendable, Codable {
    package var level: Level
    /// A few words: `partial outage`.
    package var title: String
    /// The criterion of the level, in one line.
    package var text: String
    /// Examples of the level, each in one line.
    package var examples: [String]

    package init(level: Level, title: String, text: String, examples: [String]) {
        (self.level, self.title, self.text, self.examples) = (level, title, text, examples)
    }

    /// The agency's own descriptions of all four levels, Level 1 first.
    package static var shipped: [LevelWords] { Level.allCases.map(shipped) }

    /// The agency's own description of a level.
    package static func shipped(_ level: Level) -> LevelWords {
        LevelWords(
            level: level, title: level.title, text: text(of: level), examples: examples(of: level))
    }

    private static func text(of level: Level) -> String {
        switch level {
        case .emergency: "The site does not do its work at all, or is in danger."
        case .partialOutage: "A part is missing or disrupted, though orders still go through."
        case .highPriority: "Something that matters is broken, but it is no emergency."
        case .regular: "Work that can be planned."
        }
    }

    private static func examples(of level: Level) -> [String] {
        switch level {
        case .emergency:
            ["site down", "orders or payments impossible", "severe security breach"]
        case .partialOutage:
            [
                "part of the catalogue missing",
                "business logic disrupted though orders still go through",
                "critical transactional mail not sent",
            ]
        case .highPriority:
            ["search or filtering without results", "some pages corrupted"]
        case .regular:
            [
                "small bugs", "small design changes", "configuration", "extension installation",
                "new features",
            ]
        }
    }
}
