import SupportModel
import SupportTestKit
import Testing

/// What ends, rests and changes of a contract say where they are refused, whole: why, and what would
/// do.
struct WayOutTests {
    /// What came before, from Monday 5 October 2026 on, and what is then refused in which words.
    struct Case: Sendable {
        let given: [String]
        let step: String
        let says: String

        init(_ given: [String], _ step: String, _ says: String) {
            (self.given, self.step, self.says) = (given, step, says)
        }
    }

    static let cases = [
        Case(
            ["suspend 2026-11-01 until 2026-11-11"], "terminate 2026-11-05",
            "2026-11-05 lies in the suspension of contract 1 from 2026-11-01 on, where a cycle would begin: "
                + "end it with 2026-10-31, or resume it first: supportc contract resume 1"),
        Case(
            ["group 1,2", "suspend 2026-11-01", "2026-11-05:"], "terminate",
            "cycle 2 shares its hours with cycle 1, and has not begun: resume it, and end it in "
                + "cycle 2: supportc contract resume 1"),
        Case(
            ["2026-11-10:"], "terminate 2026-10-20",
            "2026-10-20 lies before 2026-11-01: closed cycles stay as they are (R10): "
                + "2026-11-01 is the earliest day on which it can end: --last-day 2026-11-01"),
        Case(
            [], "terminate 2026-09-20",
            "2026-09-20 lies before 2026-09-30, the day before the contract begins: that day calls it "
                + "off; a later one ends it"),
        Case(
            ["book 1h", "2026-10-07: book 1h"], "terminate 2026-10-06",
            "2026-10-06 is needed by time booked for 2026-10-07: end it on 2026-10-07 or later, or "
                + "void that time"),
        Case(["2026-10-07: book 1h"], "terminate 2026-10-07", "done"),
        Case(
            ["book 1h", "2026-10-07: book 1h"], "suspend 2026-10-07",
            "2026-10-07 is needed by time booked for 2026-10-07: suspend from 2026-10-08 on, or void "
                + "that time"),
        Case(
            [], "suspend 2026-10-08 until 2026-10-08",
            "2026-10-08 is not after 2026-10-08, the first day of the suspension: name the day on which the "
                + "contract resumes, or leave it out"),
        Case(
            [
                "suspend 2026-10-06 until 2026-10-08", "2026-10-09:",
                "suspend 2026-10-20 until 2026-10-25",
            ], "suspend 2026-10-12",
            "contract 1 will be suspended already, from 2026-10-20 until 2026-10-24: the shop is "
                + "rebuilt: name another day on which it resumes: supportc contract resume 1 --on "
                + "DATE, or suspend it from 2026-10-25 on"),
        Case(
            ["change standard", "2026-10-12: change flexible hours 100"], "suspend 2026-10-11",
            "2026-10-11 is needed by the upgrade to Flexible of 2026-10-12: suspend from 2026-10-12 "
                + "on"),
        Case(["2026-10-12: change standard"], "suspend 2026-10-12", "done"),
        Case(
            ["suspend 2026-10-06 until 2026-10-08", "2026-10-09:"], "suspend 2026-10-07",
            "2026-10-07 is not a day from 2026-10-08 to 2026-11-03, where the open cycle runs: a "
                + "closed cycle stays as it is (R10); suspend a later one when it runs"),
        Case(
            ["terminate 2026-11-20", "suspend 2026-10-08"], "resume 2026-11-21",
            "2026-11-21 lies after 2026-11-20, the last day of contract 1: move that first: supportc "
                + "contract terminate 1 --last-day DATE"),
        Case(["terminate 2026-11-20", "suspend 2026-10-08"], "resume 2026-11-20", "done"),
        Case(
            ["terminate 2026-11-20"], "suspend 2026-10-08 until 2026-11-22",
            "2026-11-22 lies beyond 2026-11-20, the last day of contract 1, which was terminated "
                + "(R10): leave --until out to suspend it until it ends, or move the end first: "
                + "supportc contract terminate 1 --last-day DATE"),
        Case(["terminate 2026-11-20"], "suspend 2026-10-08 until 2026-11-21", "done"),
    ]

    @Test("it says whole why not, and what would do", arguments: cases)
    func says(one: Case) throws {
        var story = try Story()
        for step in ["2026-10-01: sign starter", "ticket 4", "2026-10-05:"] + one.given {
            try story.play(step)
        }
        #expect(said(one.step, &story) == one.says)
    }

    private func said(_ step: String, _ story: inout Story) -> String {
        do throws(Refusal) {
            try story.play(step)
            return "done"
        } catch {
            return switch error {
            case .dateOutside, .contractState, .inUse: "\(error.message): \(error.hint)"
            case .grouping: "\(error.why): \(error.hint)"
            default: "\(error)"
            }
        }
    }
}
