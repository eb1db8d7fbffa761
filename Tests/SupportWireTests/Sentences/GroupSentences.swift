import SupportModel
import SupportTestKit

extension Sentence {
    private static func grouping(
        _ obstacle: GroupObstacle, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.grouping(obstacle), "\(message) (R11)", hint: hint)
    }

    /// Why cycles are not grouped, or not ungrouped (R11). The model counts cycles from 0, people
    /// from 1.
    static let groups = [
        grouping(
            .notAdjacent([0, 2]), "two adjacent cycles are wanted, not cycles 1 and 3",
            hint: "name a cycle and the one after it, such as --cycles 2,3"),
        grouping(
            .notAdjacent([4]), "two adjacent cycles are wanted, not cycle 5",
            hint: "name a cycle and the one after it, such as --cycles 2,3"),
        grouping(
            .notAdjacent([Int.max - 1, Int.max]),
            "two adjacent cycles are wanted, not cycles 9223372036854775807 and "
                + "9223372036854775807",
            hint: "name a cycle and the one after it, such as --cycles 2,3"),
        grouping(
            .closed(1, next: 3), "cycle 2 has closed, and R10 leaves it as it is",
            hint: "group cycle 4, which is open, with the one after it"),
        grouping(
            .beyondTheEnd(3, second: 12, lastDay: "2027-03-31", isTerminated: false),
            "contract 3 ends with 2027-03-31, before cycle 13 would begin",
            hint: "renew it first, or group earlier cycles"),
        grouping(
            .beyondTheEnd(3, second: 12, lastDay: "2027-03-31", isTerminated: true),
            "contract 3 ends with 2027-03-31, before cycle 13 would begin",
            hint: "group earlier cycles"),
        grouping(
            .grouped(3, first: 4, second: 5), "cycles 5 and 6 are grouped already",
            hint: "a cycle belongs to one group; to take that one back: "
                + "supportc contract ungroup 3 --cycles 5,6"),
        grouping(
            .shown(first: 4, second: 5),
            "cycle 5 has closed, and R10 leaves its statement as it is, which shows the group",
            hint: "its hours expire with cycle 6"),
        grouping(
            .unknown(3, [4, 5]), "there is no group of cycles 5 and 6",
            hint: "supportc contract show 3 lists the groups"),
        grouping(
            .none(3), "contract 3 has no grouped cycles", hint: "nothing needs to be revoked"),
        grouping(.several(3, 2), "contract 3 has 2 groups", hint: "name one with --cycles"),
        grouping(
            .endsBetween(3, second: 5), "cycle 6 shares its hours with cycle 5, and has not begun",
            hint: "resume it, and end it in cycle 6: supportc contract resume 3"),
        grouping(
            .restsOver(3, first: 4, second: 5, lastDay: "2027-03-31"),
            "cycle 6 shares its hours with cycle 5, and would not begin before contract 3 ends "
                + "with 2027-03-31",
            hint: "suspend it for fewer days, or take the group back first: "
                + "supportc contract ungroup 3 --cycles 5,6"),
        Sentence(
            .groupDrawn(.weeklyLimit("15h"), used: "45h", own: "40h", extra: "0m"),
            "the weekly limit of 15h would take back hours that are used: 45h are used, "
                + "the cycle's own are 40h (R11)",
            hint: "void what was used beyond them, or wait for the end of the group"),
        Sentence(
            .groupDrawn(.change(title: "Starter"), used: "40h", own: "40h", extra: "0m"),
            "the change to Starter would take back hours that are used: "
                + "a week has used more than R9 lets through without it (R11)",
            hint: "void what was used beyond them, or wait for the end of the group"),
    ]
}
