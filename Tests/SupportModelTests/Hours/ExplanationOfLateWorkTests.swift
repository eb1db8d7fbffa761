import SupportModel
import SupportTestKit
import Testing

/// What `explain` says of work in cycles that have closed, or that share their hours (R9, R10, R11).
struct ExplanationOfLateWorkTests {
    private func desk(_ catalogue: Catalogue = .test) throws -> DeskFixture {
        try DeskFixture.starter(
            at: "2026-10-23T09:00:00Z", from: "2026-10-01", catalogue: catalogue)
    }

    private func lines(
        _ entry: Identifier<TimeEntry>, _ desk: DeskFixture
    ) throws -> [String] {
        try desk.state.explain(entry).lines.map { "\($0.rule) \($0.text)" }
    }

    private func group(_ desk: inout DeskFixture) throws {
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: .number(1), cycles: [0, 1], agreement: agreed))
    }

    @Test("hours of the other month of a group are named with that month and who agreed")
    func groupedHours() throws {
        var desk = try desk()
        try group(&desk)
        try desk.book("45h", on: "2026-10-05", agreedBy: "mara")
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.book("5h", on: "2026-11-05")
        let all = [
            [
                "R1 40h used from the package; the cycle granted 40h, all its entries use 45h",
                "R11 5h used from cycle 2, grouped with it: mara agreed, the relaunch",
                "R9 2026-W41 has used 45h of 20h; mara lifted the limit: the launch is on Friday",
            ],
            [
                "R1 5h used from the package; the cycle granted 40h, all its entries use 5h",
                "R9 2026-W45 has used 5h of 20h",
            ],
        ]
        #expect(try Array(lines(1, desk).dropFirst()) == all[0])
        #expect(try Array(lines(2, desk).dropFirst()) == all[1])
    }

    /// Expects what an entry's explanation says after its first line, before the end of the cycle in
    /// November and after it.
    private func expectBeforeAndAfterTheEnd(
        _ entry: Identifier<TimeEntry>, _ desk: DeskFixture, _ expected: [String],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        var desk = desk
        for now: Instant in ["2026-11-05T09:00:00Z", "2026-12-05T09:00:00Z"] {
            try desk.advance(to: now)
            #expect(
                try Array(lines(entry, desk).dropFirst()) == expected, sourceLocation: location)
        }
    }

    @Test("what the first month leaves goes first, and is named as that month's")
    func hoursThatTheFirstMonthLeft() throws {
        var desk = try desk()
        try group(&desk)
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.book("5h", on: "2026-11-05")
        try expectBeforeAndAfterTheEnd(
            1, desk,
            [
                "R1 0m used from the package; the cycle granted 40h, all its entries use 5h",
                "R11 5h used from cycle 1, grouped with it: mara agreed, the relaunch",
                "R9 2026-W45 has used 5h of 20h",
            ])
    }

    @Test("late work is settled against what expired, and against what voids have given back since")
    func settled() throws {
        var desk = try desk()
        try desk.book("12h", on: "2026-10-05")
        try desk.book("3h", on: "2026-10-06")
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.book("20h", on: "2026-10-12", late: true)
        let when = "R10 20h settled against the hours that expired with cycle 1: 25h when it closed"
        #expect(try lines(3, desk)[2] == when)
        try desk.perform(VoidTime(entry: 1, reason: "booked twice", late: true))
        try desk.perform(VoidTime(entry: 2, reason: "booked twice", late: true))
        try expectBeforeAndAfterTheEnd(
            3, desk,
            [
                "R10 booked late, after its cycle had closed: the note was found later",
                "\(when), and 15h that voids have given back",
                "R9 2026-W42 has used 20h of 20h",
            ])
    }

    /// What October's weeks have drawn before, the late work on a day, and what it says of the hours
    /// that are extra.
    private static let late: [(drawn: [CivilDate], CivilDate, Minutes, Bool, String)] = [
        ([], "2026-10-05", "22h", false, "2h beyond the weekly limit"),
        (["2026-10-05", "2026-10-12"], "2026-10-19", "1h", false, "1h beyond the package"),
        (
            ["2026-10-05", "2026-10-12"], "2026-10-12", "1h", false,
            "1h beyond the package and the weekly limit"
        ),
        (["2026-10-05", "2026-10-12"], "2026-10-12", "1h", true, "1h beyond the package"),
        (["2026-10-05"], "2026-10-12", "21h", true, "1h beyond the package"),
    ]

    @Test(arguments: late)
    func extraHoursOfLateWorkSayWhatTheyAreBeyond(
        drawn: [CivilDate], day: CivilDate, worked: Minutes, isAgreed: Bool, says: String
    ) throws {
        var desk = try desk()
        for day in drawn { try desk.book("20h", on: day) }
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.book(
            worked, on: day, extra: true, agreedBy: isAgreed ? "mara" : nil, late: true)
        let entry = Identifier<TimeEntry>(after: drawn.count)
        #expect(try lines(entry, desk).last == "R8 \(says), billed at 75.00 EUR an hour")
    }

    @Test("late work of a grouped month is beyond the week where the pool has hours left")
    func lateInAGroup() throws {
        var desk = try desk()
        try group(&desk)
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.book("22h", on: "2026-10-05", extra: true, late: true)
        #expect(
            try lines(1, desk).suffix(3) == [
                "R11 20h used from the pool of cycles 1 and 2: 20h that cycle 1 left, 0m of cycle "
                    + "2; mara agreed, the relaunch",
                "R9 2026-W41 has used 20h of 20h",
                "R8 2h beyond the weekly limit, billed at 75.00 EUR an hour",
            ])
    }

    @Test("work is explained by the terms and the hours of its own month")
    func theMonthsOwnTerms() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("standard", from: "2026-10-01", months: 12)
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "Banner"))
        try desk.perform(ChangeContract(contract: .number(1), package: "starter"))
        try desk.book("1h", service: "development")
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.book("2h", service: "development")
        #expect(
            try Array(lines(1, desk).dropFirst()) == [
                "R1 1h used from the package; the cycle granted 80h, all its entries use 1h",
                "R9 2026-W41 has used 1h of 40h",
            ])
        #expect(
            try Array(lines(2, desk).dropFirst()) == [
                "R2 Starter does not include development",
                "R8 2h outside of the package, billed at 75.00 EUR an hour",
            ])
    }

    @Test(
        "late work of a second month is settled with that month, and with a group when it is over")
    func theCycleOfTheExpiry() throws {
        let late = "R10 3h settled against the hours that expired with cycle 2: "
        var desk = try desk()
        try desk.advance(to: "2026-12-05T09:00:00Z")
        try desk.book("3h", on: "2026-11-05", late: true)
        #expect(try lines(1, desk)[2] == late + "40h when it closed")
        var grouped = try self.desk()
        try group(&grouped)
        try grouped.advance(to: "2026-12-05T09:00:00Z")
        try grouped.book("3h", on: "2026-10-06", late: true)
        #expect(try lines(1, grouped)[2] == late + "80h when it closed")
    }
}
