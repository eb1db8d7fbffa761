package import SupportModel

/// One `[[package]]`: a support package that the agency sells (R1).
package struct PackageTable: Hashable, Sendable {
    /// What a caller names it by: `starter`.
    package var name: Name<PackageOffer>
    /// What people read: `Starter`.
    package var title: String
    /// Hours a month, 1 to 74 400; nil where they are agreed per contract.
    package var hours: Int?
    /// What a month costs before any discount, in minor units.
    package var monthlyFeeMinorUnits: Int
    /// What an hour beyond the package costs (R8), in minor units.
    package var extraRateMinorUnits: Int
    /// The most of the package's hours that one week may draw (R9), in percent: 1 to 100.
    package var weeklySharePercent = 50
    /// The services that draw from the package; nil means all, and stands in no loaded value.
    package var services: [Name<Service>]?
    /// How the time of entries is rounded; nil where every minute counts as it is.
    package var rounding: Rounding?
    /// Its own response targets, at most one a level.
    package var targets: [ResponseTarget] = []

    /// The offer, its prices in the agreement's currency.
    func offer(in currency: String) -> PackageOffer {
        PackageOffer(
            name: name, title: title, hours: hours,
            monthlyFee: Money(minorUnits: monthlyFeeMinorUnits, currency: currency),
            extraRate: Money(minorUnits: extraRateMinorUnits, currency: currency),
            weeklySharePercent: weeklySharePercent, services: services ?? [],
            rounding: rounding, targets: targets)
    }
}

/// What could be read of one `[[package]]`: what is wrong with some of its keys does not hide what
/// is wrong with the others.
struct PackageReading {
    /// Its name; nil when it is missing or wrong.
    let name: Name<PackageOffer>?
    /// The services that it names; nil when it names none, or the list is wrong.
    let services: [Name<Service>]?
    /// The package; nil when a key that it cannot do without is missing or wrong.
    let package: PackageTable?

    init(_ table: inout TableReader) {
        name = table.required("name", .name(of: PackageOffer.self))
        let title = table.required("title", .title)
        let hours = table.optional("hours", .integer(1...ConfigurationLimits.packageHoursMax))
        let monthlyFee = table.required("monthly_fee", .money)
        let extraRate = table.required("extra_rate", .money)
        let share = table.optional("weekly_share_percent", .integer(1...100)) ?? 50
        Self.checkShare(share, of: hours, table)
        services = table.optional("services", .names(of: Service.self))
        let rounding = Self.rounding(&table)
        let targets = table.tables("target", most: Level.allCases.count, TargetTable.read) ?? []
        table.noLevelTwice(targets.map { $0?.level }, in: "target")
        guard let name, let title, let monthlyFee, let extraRate else {
            package = nil
            return
        }
        package = PackageTable(
            name: name, title: title, hours: hours, monthlyFeeMinorUnits: monthlyFee,
            extraRateMinorUnits: extraRate, weeklySharePercent: share, services: services,
            rounding: rounding, targets: targets.compactMap(\.self))
    }

    /// A share of a few hours that rounds down to nothing lets nobody work.
    private static func checkShare(_ percent: Int, of hours: Int?, _ table: TableReader) {
        guard let hours, hours * 60 * percent < 100 else { return }
        table.report(
            "weekly_share_percent",
            "\(percent)% of \(Minutes.hours(hours)) is less than a minute",
            "give a share that somebody can work in")
    }

    /// Steps of one minute round nothing.
    private static func rounding(_ table: inout TableReader) -> Rounding? {
        let most = ConfigurationLimits.roundingStepMinutesMax
        let step = table.optional("rounding_minutes", .integer(1...most))
        let mode = table.optional("rounding", Setting<RoundingMode>.choice)
        if table.holds("rounding"), !table.holds("rounding_minutes") {
            table.report(
                "rounding", "there are no `rounding_minutes` to round to",
                "give `rounding_minutes` from 1 to \(most), or leave `rounding` out")
        }
        guard let step, step > 1 else { return nil }
        return Rounding(stepMinutes: step, mode: mode ?? .up)
    }
}

/// One `[[service]]`: a kind of work that tickets and time entries name (R2).
enum ServiceTable {
    /// Reads one; nil when its name or its title is missing or wrong.
    static func read(_ table: inout TableReader) -> Service? {
        let name = table.required("name", .name(of: Service.self))
        let title = table.required("title", .title)
        guard let name, let title else { return nil }
        return Service(name: name, title: title)
    }
}

/// One `[[level]]`: a level of severity in words (R3).
enum LevelTable {
    /// Reads one; nil when something of it is missing or wrong.
    static func read(_ table: inout TableReader) -> LevelWords? {
        let level = table.required("level", .level)
        let title = table.required("title", .title)
        let text = table.required("text", .title)
        let examples = table.required(
            "examples", .lines(most: ConfigurationLimits.levelExamplesMax))
        guard let level, let title, let text, let examples else { return nil }
        return LevelWords(level: level, title: title, text: text, examples: examples)
    }
}

/// One `[[target]]` or `[[package.target]]`: how soon tickets of a level are answered and solved.
enum TargetTable {
    /// Reads one; nil when something of it is missing or wrong.
    static func read(_ table: inout TableReader) -> ResponseTarget? {
        let range = 1...ConfigurationLimits.targetMinutesMax
        let level = table.required("level", .level)
        let firstResponse = table.required("first_response", .minutes(range))
        let resolution = table.required("resolution", .minutes(range))
        guard let level, let firstResponse, let resolution else { return nil }
        guard resolution >= firstResponse else {
            table.report(
                "resolution",
                "\(resolution) to the resolution is shorter than \(firstResponse) to the first "
                    + "response",
                "give at least `first_response`")
            return nil
        }
        return ResponseTarget(level: level, firstResponse: firstResponse, resolution: resolution)
    }
}

/// The catalogue of a desk that was told nothing: the agency's services and Starter package.
///
/// The hours of Standard and Advanced, all prices and the response targets are examples that an
/// agency replaces.
enum ShippedCatalogue {
    /// R2.
    static let services: [Service] = [
        ("monitoring", "Performance and server resource monitoring"),
        ("security-updates", "Site security updates"),
        ("troubleshooting", "Troubleshooting and bug fixing"),
        ("design", "Design changes"),
        ("development", "Development and customisation"),
        ("project-management", "Project management"),
        ("quality-assurance", "Quality assurance"),
        ("training", "Online training"),
    ].compactMap { name, title in Name(name).map { Service(name: $0, title: title) } }

    /// R1; each includes every service.
    static let packages: [PackageTable] = [
        package("starter", "Starter", hours: 40, fee: 120_000, extra: 8000),
        package("standard", "Standard", hours: 80, fee: 220_000, extra: 7500),
        package("advanced", "Advanced", hours: 160, fee: 400_000, extra: 7000),
        package("flexible", "Flexible", hours: nil, fee: 100_000, extra: 8000),
    ].compactMap(\.self)

    /// Examples, like the prices: the desk's own guess at what a small agency can keep.
    static let targets: [ResponseTarget] = [
        ResponseTarget(level: .emergency, firstResponse: Minutes(30), resolution: .hours(4)),
        ResponseTarget(level: .partialOutage, firstResponse: .hours(1), resolution: .hours(8)),
        ResponseTarget(level: .highPriority, firstResponse: .hours(4), resolution: .hours(16)),
        ResponseTarget(level: .regular, firstResponse: .hours(8), resolution: .hours(40)),
    ]

    private static func package(
        _ name: String, _ title: String, hours: Int?, fee: Int, extra: Int
    ) -> PackageTable? {
        Name(name).map {
            PackageTable(
                name: $0, title: title, hours: hours, monthlyFeeMinorUnits: fee,
                extraRateMinorUnits: extra)
        }
    }
}
