import SupportModel
import SupportTestKit
import Testing

/// What a forecast rests on, line for line: what expires, what begins, and how long the contract runs.
struct ForecastLineTests {
    /// A contract from 2026-10-01 as it stands on Monday 2026-10-05, and what is agreed of it that day.
    private enum Agreed: String {
        case nothing, termination, grouping, rest, shortRest, renewal, downgrade
    }

    /// A day, a term in months, what was agreed, and all lines.
    private static let rows: [(Agreed, Int, CivilDate, [String])] = [
        (
            .nothing, 12, "2026-10-05",
            [
                "R1 cycle 1 runs from 2026-10-01 to 2026-10-31 and grants 40h, Starter",
                "R5 the term runs until 2027-09-30",
            ]
        ),
        (
            .nothing, 12, "2027-01-02",
            [
                "R10 cycle 1 ends with 2026-10-31, and 40h expire",
                "R10 cycle 2 ends with 2026-11-30, and 40h expire",
                "R10 cycle 3 ends with 2026-12-31, and 40h expire",
                "R1 cycle 4 then runs from 2027-01-01 to 2027-01-31 and grants 40h, Starter",
                "R5 the term runs until 2027-09-30",
            ]
        ),
        (
            .nothing, 12, "2027-02-02",
            [
                "R10 4 cycles end until then, and 160h expire with them",
                "R1 cycle 5 then runs from 2027-02-01 to 2027-02-28 and grants 40h, Starter",
                "R5 the term runs until 2027-09-30",
            ]
        ),
        (
            .nothing, 1, "2026-11-02",
            [
                "R10 cycle 1 ends with 2026-10-31, and 40h expire",
                "R5 the term is over with 2026-10-31, and the contract does not renew itself",
            ]
        ),
        (
            .renewal, 1, "2026-11-02",
            [
                "R10 cycle 1 ends with 2026-10-31, and 40h expire",
                "R5 the contract renews itself on 2026-11-01 for 1 months, on the terms that the "
                    + "catalogue has today",
                "R1 cycle 2 then runs from 2026-11-01 to 2026-11-30 and grants 40h, Starter",
                "R5 the term runs until 2026-11-30, then the contract renews itself",
            ]
        ),
        (
            .termination, 12, "2026-11-02",
            [
                "R10 cycle 1 ends with 2026-10-31, and 40h expire",
                "R1 cycle 2 then runs from 2026-11-01 to 2026-11-30 and grants 40h, Starter",
                "R10 the contract was terminated and ends with 2026-12-31: shop sold",
            ]
        ),
        (
            .grouping, 12, "2026-10-31",
            [
                "R1 cycle 1 runs from 2026-10-01 to 2026-10-31 and grants 40h, Starter",
                "R11 it is grouped with cycle 2: mara agreed, the relaunch",
                "R5 the term runs until 2027-09-30",
            ]
        ),
        (
            .grouping, 12, "2026-12-02",
            [
                "R10 cycle 1 ends with 2026-10-31; what it leaves, 40h, goes on to cycle 2, "
                    + "grouped with it",
                "R10 cycle 2 ends with 2026-11-30, and 80h expire",
                "R1 cycle 3 then runs from 2026-12-01 to 2026-12-31 and grants 40h, Starter",
                "R5 the term runs until 2027-09-30",
            ]
        ),
        (
            .grouping, 12, "2026-11-01",
            [
                "R10 cycle 1 ends with 2026-10-31; what it leaves, 40h, goes on to cycle 2, "
                    + "grouped with it",
                "R1 cycle 2 then runs from 2026-11-01 to 2026-11-30 and grants 40h, Starter",
                "R11 it is grouped with cycle 1: mara agreed, the relaunch",
                "R5 the term runs until 2027-09-30",
            ]
        ),
        (
            .rest, 12, "2026-11-02",
            [
                "R1 cycle 1 runs from 2026-10-01 to 2026-10-31 and grants 40h, Starter",
                "R10 suspended from 2026-10-20 with no end so far: no hours are granted and none "
                    + "expire meanwhile",
                "R5 the term runs until 2027-09-30",
            ]
        ),
        (
            .shortRest, 12, "2026-11-02",
            [
                "R1 cycle 1 runs from 2026-10-01 to 2026-11-05 and grants 40h, Starter",
                "R10 suspended from 2026-10-20 until 2026-10-24: no hours are granted and none "
                    + "expire meanwhile",
                "R5 the term runs until 2027-10-05",
            ]
        ),
        (
            .downgrade, 12, "2026-11-01",
            [
                "R10 cycle 1 ends with 2026-10-31, and 80h expire",
                "R1 cycle 2 then runs from 2026-11-01 to 2026-11-30 and grants 40h, Starter",
                "R5 its terms are not those of today: Starter with 40h a month in place of "
                    + "Standard with 80h",
                "R5 the term runs until 2027-09-30",
            ]
        ),
    ]

    @Test(arguments: rows)
    private func everyLine(
        _ agreed: Agreed, months: Int, day: CivilDate, lines: [String]
    ) throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.perform(
            SignContract(
                client: "acme", package: agreed == .downgrade ? "standard" : "starter",
                from: "2026-10-01", months: months, manager: "mara"))
        try agree(agreed, &desk)
        let seen = try desk.state.forecast(.number(1), at: day, desk.context())
        #expect(seen.lines.map { "\($0.rule) \($0.text)" } == lines)
    }

    private func agree(_ agreed: Agreed, _ desk: inout DeskFixture) throws {
        let one = ContractReference.number(1)
        switch agreed {
        case .nothing: break
        case .termination:
            try desk.perform(
                TerminateContract(contract: one, lastDay: "2026-12-31", reason: "shop sold"))
        case .grouping:
            try desk.perform(
                GroupHours(
                    contract: one, cycles: [0, 1],
                    agreement: Agreement(by: "mara", reason: "the relaunch")))
        case .rest, .shortRest:
            try desk.perform(
                SuspendContract(
                    contract: one, from: "2026-10-20",
                    until: agreed == .rest ? nil : "2026-10-25", reason: "no shop"))
        case .renewal: try desk.perform(ChangeContract(contract: one, renewal: .auto))
        case .downgrade: try desk.perform(ChangeContract(contract: one, package: "starter"))
        }
    }
}
