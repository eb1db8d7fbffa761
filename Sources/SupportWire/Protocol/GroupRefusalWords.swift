import SupportModel

/// The words for cycles that cannot be grouped, or not be ungrouped (R11).
extension GroupObstacle {
    var words: RefusalText {
        switch self {
        case .notAdjacent(let cycles):
            RefusalText(
                "two adjacent cycles are wanted, not \(Self.names(cycles))",
                hint: "name a cycle and the one after it, such as --cycles 2,3")
        case .closed(let cycle, let next):
            RefusalText(
                "cycle \(cycle + 1) has closed, and R10 leaves it as it is",
                hint: "group cycle \(next + 1), which is open, with the one after it")
        case .beyondTheEnd(let contract, let second, let lastDay, let isTerminated):
            RefusalText(
                "contract \(contract) ends with \(lastDay), before cycle \(second + 1) would begin",
                hint: isTerminated
                    ? "group earlier cycles" : "renew it first, or group earlier cycles")
        case .grouped(let contract, let first, let second):
            RefusalText(
                "cycles \(first + 1) and \(second + 1) are grouped already",
                hint: "a cycle belongs to one group; to take that one back: "
                    + Self.ungroup(contract, first, second))
        case .shown(let first, let second):
            RefusalText(
                "cycle \(first + 1) has closed, and R10 leaves its statement as it is, which shows "
                    + "the group",
                hint: "its hours expire with cycle \(second + 1)")
        case .unknown(let contract, let cycles):
            RefusalText(
                "there is no group of \(Self.names(cycles))",
                hint: "supportc contract show \(contract) lists the groups")
        case .none(let contract):
            RefusalText(
                "contract \(contract) has no grouped cycles", hint: "nothing needs to be revoked")
        case .several(let contract, let count):
            RefusalText("contract \(contract) has \(count) groups", hint: "name one with --cycles")
        case .endsBetween(let contract, let second):
            RefusalText(
                "cycle \(second + 1) shares its hours with cycle \(second), and has not begun",
                hint: "resume it, and end it in cycle \(second + 1): "
                    + "supportc contract resume \(contract)")
        case .restsOver(let contract, let first, let second, let lastDay):
            RefusalText(
                "cycle \(second + 1) shares its hours with cycle \(first + 1), and would not begin "
                    + "before contract \(contract) ends with \(lastDay)",
                hint: "suspend it for fewer days, or take the group back first: "
                    + Self.ungroup(contract, first, second))
        }
    }

    private static func ungroup(
        _ contract: Identifier<Contract>, _ first: Int, _ second: Int
    ) -> String {
        "supportc contract ungroup \(contract) --cycles \(first + 1),\(second + 1)"
    }

    /// `cycles 2 and 4`, counted from 1 as callers do; figures beyond any contract as they are.
    private static func names(_ indexes: [Int]) -> String {
        let numbers = indexes.map { "\($0 < Int.max ? $0 + 1 : $0)" }
        return "\(numbers.count == 1 ? "cycle" : "cycles") \(numbers.joined(separator: " and "))"
    }
}

extension HourWithdrawal {
    private var words: String {
        switch self {
        case .ungrouping: "ungrouping them"
        case .weeklyLimit(let limit): "the weekly limit of \(limit)"
        case .change(let title): "the change to \(title)"
        }
    }

    /// The error for what would take back hours that are used.
    func error(used: Minutes, own: Minutes, extra: Minutes) -> WireError {
        WireError(
            .refused, "group-drawn",
            "\(words) would take back hours that are used: "
                + (used > own
                    ? "\(used) are used, the cycle's own are \(own)"
                    : "a week has used more than R9 lets through without it")
                + (extra > .zero ? ", and \(extra) would become extra" : "") + " (R11)",
            hint: "void what was used beyond them, or wait for the end of the group",
            figures: [
                "used_minutes": "\(used.count)", "own_minutes": "\(own.count)",
                "extra_minutes": "\(max(.zero, extra).count)",
            ])
    }
}
