import SupportModel

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
