package import SupportModel

/// A package of the catalogue as the protocol shows it.
package struct PackageView: Listed {
    package static let plural = "packages"

    /// The name by which a contract asks for the package: `starter`.
    package var package: Name<PackageOffer>
    /// What people read: `Starter`.
    package var title: String
    /// Hours a month; missing where they are agreed per contract.
    package var hours: Int?
    /// What a month costs before any discount.
    package var monthlyFee: Money?
    /// What an hour beyond the package costs (R8).
    package var extraRate: Money?
    /// The most of its hours that one week may draw, in percent, 1 to 100 (R9).
    package var weeklySharePercent: Int
    /// The services that draw from its hours; work in another one is extra (R2).
    package var services: [Name<Service>]
    /// The services of the catalogue that do not; missing from older desks.
    package var servicesNotIncluded: [Name<Service>]?
    /// The most minutes that one week may draw (R9); missing where the hours are agreed per
    /// contract.
    package var weeklyLimit: Minutes?
    /// How the time of each entry is rounded; missing where every minute counts as it is.
    package var rounding: Rounding?
    /// How soon tickets are to be answered and solved, Level 1 first: the package's own targets,
    /// and the catalogue's where it has none; missing from older desks.
    package var targets: [TargetView]?

    /// What callers see of a package as a catalogue offers it.
    package init(_ offer: PackageOffer, in catalogue: Catalogue) {
        package = offer.name
        title = offer.title
        hours = offer.hours
        monthlyFee = offer.monthlyFee
        extraRate = offer.extraRate
        weeklySharePercent = offer.weeklySharePercent
        services = offer.services
        servicesNotIncluded = catalogue.services.map(\.name).filter { !offer.services.contains($0) }
        weeklyLimit = offer.hours.map {
            // What a contract would be signed with, by the rule that signs it.
            ContractTerms(
                offer: offer, included: .hours($0), months: 1, extraPolicy: .allow,
                catalogue: catalogue
            ).weeklyLimit
        }
        rounding = offer.rounding
        targets = catalogue.targets(of: offer).map(TargetView.init)
    }
}

/// A service of the catalogue as the protocol shows it.
package struct ServiceView: Listed {
    package static let plural = "services"

    /// The name by which tickets and time entries call the service: `troubleshooting`.
    package var service: Name<Service>
    /// What people read: `Troubleshooting and bug fixing`.
    package var title: String

    /// What callers see of a service.
    package init(_ service: Service) {
        self.service = service.name
        title = service.title
    }
}

/// A level as the protocol shows it, in the words of the catalogue.
package struct LevelView: Listed {
    package static let plural = "levels"

    /// 1 for an emergency, up to 4 for regular work.
    package var level: Level
    /// The level in a few words: `partial outage`.
    package var title: String
    /// What makes a ticket one of this level; missing from older desks.
    package var text: String?
    /// What belongs to it, for a person who must choose a level.
    package var examples: [String]
    /// The target of work on demand, and of every package that has none of its own; missing where
    /// the catalogue has none.
    package var target: TargetView?

    /// What callers see of a level.
    package init(_ words: LevelWords, target: ResponseTarget?) {
        level = words.level
        title = words.title
        text = words.text
        examples = words.examples
        self.target = target.map(TargetView.init)
    }

    /// What callers see of a level of a catalogue.
    package init(_ level: Level, in catalogue: Catalogue) {
        self.init(catalogue.words(of: level), target: catalogue.targets.target(of: level))
    }
}

/// A response target as the protocol shows it, with how its time counts. Its amounts of time are
/// minutes.
package typealias TargetView = Joined<ResponseTarget, TargetClock>

/// How the time of a response target counts.
package struct TargetClock: View {
    /// True where only minutes of business time count, false where all do.
    package var businessTime: Bool
}

extension TargetView {
    /// What callers see of a target.
    package init(_ target: ResponseTarget) {
        self.init(target, TargetClock(businessTime: target.isInBusinessTime))
    }
}
