import SupportModel
import SupportWire

/// What a package offers, in the few words that a column takes.
enum PackageWords {
    /// `20h of 40h`; `50%` where the hours are agreed per contract.
    static func week(_ package: PackageView) -> String {
        guard let hours = package.hours, let limit = package.weeklyLimit else {
            return "\(package.weeklySharePercent)%"
        }
        return "\(limit) of \(Minutes.hours(hours))"
    }

    /// `up 15m`, `nearest 15m`; `none` where every minute counts as it is.
    static func rounding(_ rounding: Rounding?) -> String {
        rounding.map { "\($0.mode.rawValue) \(Minutes($0.stepMinutes))" } ?? "none"
    }

    /// `all`, or `6 of 8`.
    static func services(_ package: PackageView) -> String {
        let included = package.services.count
        guard let without = package.servicesNotIncluded?.count else { return "\(included)" }
        return without == 0 ? "all" : "\(included) of \(included + without)"
    }

    /// The time to the first response for each level that has a target: `1: 30m, 2: 1h`.
    static func responses(_ targets: [TargetView]) -> String {
        Words.list(targets.map { "\($0.level.rawValue): \($0.firstResponse)" })
    }
}

/// How soon tickets are to be answered and solved.
enum TargetRows {
    /// A table with a line for each level that has a target.
    static func table(_ targets: [TargetView]) -> Table {
        var table = Table(
            "targets",
            [
                .number("LEVEL"), .number("FIRST RESPONSE"), .number("RESOLUTION"),
                .text("COUNTED IN"),
            ])
        for target in targets {
            table.row(
                Words.level(target.level), "\(target.firstResponse)", "\(target.resolution)",
                "\(clock(target))")
        }
        return table
    }

    /// `first response within 1h, resolution within 4h, in real time`.
    static func sentence(_ target: TargetView) -> StyledText {
        "first response within \(target.firstResponse), resolution within \(target.resolution), "
            + "in \(clock(target))"
    }

    private static func clock(_ target: TargetView) -> String {
        target.businessTime ? "business time" : "real time"
    }
}
