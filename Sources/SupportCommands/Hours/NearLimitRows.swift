import SupportModel
import SupportWire

/// The table of contracts whose hours are near one of their limits.
enum NearLimitRows {
    static func table(_ contracts: [NearLimitView]) -> Table {
        var table = Table(
            "near-limits",
            [
                .number("CONTRACT", goes: 2), .text("CLIENT", .cut(least: 12)), .text("USED"),
                .text("THIS WEEK"), .text("USABLE", goes: 3), .text("EXPIRES", goes: 1),
            ])
        for contract in contracts {
            table.row(
                "\(contract.contract, .strong)", "\(contract.client)",
                share(contract.used, of: contract.available),
                share(contract.weekDrawn, of: contract.weekLimit), usable(contract),
                "\(contract.expires?.description ?? "")")
        }
        return table
    }

    /// `32h of 40h`, in the colour of how much that is.
    private static func share(_ part: Minutes, of whole: Minutes) -> StyledText {
        guard whole > .zero else { return StyledText("\(part) of \(whole)", nil) }
        let percent = HourBalance.percent(part, of: whole)
        let style: Style? =
            part >= whole ? .bad : percent >= HourBalance.nearPercent ? .warning : nil
        return StyledText("\(part) of \(whole)", style)
    }

    /// What of the hours that are left can be used before they expire.
    private static func usable(_ contract: NearLimitView) -> StyledText {
        StyledText(
            "\(contract.usable) of \(contract.left)",
            contract.usable < contract.left ? .warning : nil)
    }
}
