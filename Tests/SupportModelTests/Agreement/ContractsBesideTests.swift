import SupportModel
import SupportTestKit
import Testing

/// A client's second contract for the same project is allowed and reported.
struct ContractsBesideTests {
    private func desk(
        project: String? = nil, renewal: RenewalPolicy? = nil
    ) throws -> DeskFixture {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.perform(sign("2026-10-01", months: 2, project: project, renewal: renewal))
        return desk
    }

    private func sign(
        _ from: CivilDate, months: Int = 12, project: String? = nil,
        renewal: RenewalPolicy? = nil
    ) -> SignContract {
        SignContract(
            client: "acme", package: "starter", from: from, months: months, manager: "mara",
            project: project, renewal: renewal)
    }

    private func beside(_ command: some Command, on desk: DeskFixture) throws -> [Int] {
        let after = try desk.preview(command)
        let newest = try #require(after.state.contracts.values.max { $0.number < $1.number })
        return after.state.contractsBeside(newest).map(\.number.number)
    }

    @Test("a project is the same where both name it alike, or neither names one")
    func projects() throws {
        #expect(try beside(sign("2026-11-01"), on: desk()) == [1])
        #expect(try beside(sign("2026-11-01", project: "shop"), on: desk()) == [])
        #expect(try beside(sign("2026-11-01", project: "shop"), on: desk(project: "shop")) == [1])
        #expect(try beside(sign("2026-11-01", project: "blog"), on: desk(project: "shop")) == [])
        #expect(try beside(sign("2026-11-01"), on: desk(project: "shop")) == [])
    }

    @Test("one that follows another is not beside it; the first runs to the end of 30 November")
    func times() throws {
        #expect(try beside(sign("2026-11-30"), on: desk()) == [1])
        #expect(try beside(sign("2026-12-01"), on: desk()) == [])
        #expect(try beside(sign("2026-12-01"), on: desk(renewal: .auto)) == [1])
        #expect(try beside(sign("2026-09-01", months: 1), on: desk()) == [])
        #expect(try beside(sign("2026-08-01", months: 2), on: desk()) == [])
        #expect(try beside(sign("2026-09-01", months: 2), on: desk()) == [1])
        var resting = try desk()
        try resting.perform(SuspendContract(contract: .number(1), reason: "no shop"))
        #expect(try beside(sign("2027-06-01"), on: resting) == [1], "it may go on at any time")
        var ended = try desk()
        try ended.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-10-10", reason: "it closes"))
        #expect(try beside(sign("2026-10-11"), on: ended) == [])
        try ended.advance(to: "2026-10-20T09:00:00Z")
        #expect(try beside(sign("2026-10-01"), on: ended) == [], "it has ended")
    }

    @Test("all others are reported, lowest number first, and each of two contracts names the other")
    func several() throws {
        var desk = try desk()
        try desk.perform(sign("2026-10-15"))
        #expect(try beside(sign("2026-10-20"), on: desk) == [1, 2])
        let first = try #require(desk.state.contracts[1])
        #expect(desk.state.contractsBeside(first).map(\.number) == [2])
    }
}
