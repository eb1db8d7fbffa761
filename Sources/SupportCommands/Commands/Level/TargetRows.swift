import SupportWire

/// How soon tickets are to be answered and solved.
enum TargetRows {
    /// A table with a line for each level that has a target.
    static func table(_ targets: [TargetView]) -> Table {
        var table = Table([
            .number("LEVEL"), .number("FIRST RESPONSE"), .number("RESOLUTION"), .text("COUNTED IN"),
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
