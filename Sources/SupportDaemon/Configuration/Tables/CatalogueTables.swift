package import SupportModel

/// One `[[package]]`: a support package that the agency sells (R1).
package struct PackageTable: Hashable, Sendable {
    /// Callers refer to it by this name: `starter`.
    package var name: Name<PackageOffer>
    /// For people: `Starter`.
    package var title: String
    /// Hours a month, 1 to 74 400; nil where they are agreed per contract.
    package var hours: Int?
    /// The monthly fee before any discount, in minor units.
    package var monthlyFeeMinorUnits: Int
    /// The price of an hour beyond the package (R8), in minor units.
    package var extraRateMinorUnits: Int
    /// The largest share of the package's hours that one week may draw (R9), in percent: 1 to 100.
    package var weeklySharePercent = 50
    /// The services that draw from the package; nil for all, which no loaded value has.
    package var services: [Name<Service>]?
    /// How the time of entries is rounded; nil for none.
    package var rounding: Rounding?
    /// Its own response targets, at most one per level.
    package var targets: [ResponseTarget] = []

    /// The offer, with prices in the agreement's currency.
    func offer(in currency: String) -> PackageOffer {
        PackageOffer(
            name: name, title: title, hours: hours,
            monthlyFee: Money(minorUnits: monthlyFeeMinorUnits, currency: currency),
            extraRate: Money(minorUnits: extraRateMinorUnits, currency: currency),
            weeklySharePercent: weeklySharePercent, services: services ?? [],
            rounding: rounding, targets: targets)
    }
}

/// The parts of one `[[package]]` that could be read, so that a problem of one key does not hide
/// those of others.
struct PackageReading {
    /// Nil when it is missing or invalid.
    let name: Name<PackageOffer>?
    /// The services that it names; nil when it names none or the list is invalid.
    let services: [Name<Service>]?
    /// Nil when a required key is missing or invalid.
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

    /// Reports a weekly share of less than a minute, which would leave no time to work.
    private static func checkShare(_ percent: Int, of hours: Int?, _ table: TableReader) {
        guard let hours, hours * 60 * percent < 100 else { return }
        table.report(
            "weekly_share_percent",
            "\(percent)% of \(Minutes.hours(hours)) is less than a minute",
            "give a share that somebody can work in")
    }

    /// The rounding of entries; nil for steps of one minute, which change nothing.
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
    /// Reads one; nil when its name or its title is missing or invalid.
    static func read(_ table: inout TableReader) -> Service? {
        let name = table.required("name", .name(of: Service.self))
        let title = table.required("title", .title)
        guard let name, let title else { return nil }
        return Service(name: name, title: title)
    }
}

/// One `[[level]]`: the description of a level of severity (R3).
enum LevelTable {
    /// Reads one; nil when a key is missing or invalid.
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

/// One `[[target]]` or `[[package.target]]`: how soon tickets of a level are answered and resolved.
enum TargetTable {
    /// Reads one; nil when a key is missing or invalid.
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

/// The catalogue of a desk whose configuration has none: the agency's services and Starter package.
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

    /// An example, like the prices: the week of an office.
    static let calendars = ["office"].compactMap { Name($0) }.map { BusinessCalendar(name: $0) }

    /// Examples, like the prices: an estimate of what a small agency can achieve.
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
