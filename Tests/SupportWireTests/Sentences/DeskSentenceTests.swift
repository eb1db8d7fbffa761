import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// Sentences whose figures only a desk can put together.
struct DeskSentenceTests {
    /// A desk with contract 1, Starter for 12 months from 2026-10-01.
    private func desk(months: Int = 12) throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: months)
    }

    /// Message and hint of what a command is refused with.
    private func words(_ command: some Command, on desk: DeskFixture) -> [String?] {
        do throws(Refusal) {
            _ = try desk.preview(command)
        } catch {
            return [WireError(error).message, WireError(error).data.hint]
        }
        return ["it was done"]
    }

    private func suspending(from: CivilDate) -> SuspendContract {
        SuspendContract(
            contract: .number(1), from: from, until: "2026-11-15", reason: "holidays")
    }

    @Test(
        "a contract that rests, or will, says from when and why",
        arguments: [
            (
                "2026-10-05", nil,
                "contract 1 is suspended already, from 2026-10-05 on: the shop is rebuilt"
            ),
            (
                "2026-10-06", nil,
                "contract 1 will be suspended already, from 2026-10-06 on: the shop is rebuilt"
            ),
            (
                "2026-10-05", "2026-12-01",
                "contract 1 is suspended already, from 2026-10-05 until 2026-11-30: "
                    + "the shop is rebuilt"
            ),
        ] as [(CivilDate, CivilDate?, String)])
    func aRest(from: CivilDate, until: CivilDate?, message: String) throws {
        var desk = try desk()
        try desk.perform(
            SuspendContract(
                contract: .number(1), from: from, until: until, reason: "the shop is rebuilt"))
        #expect(words(suspending(from: from), on: desk).first == message)
    }

    @Test func aTerminationSaysItsLastDayAndItsReason() throws {
        var desk = try desk()
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-12-31", reason: "shop sold"))
        #expect(
            words(RenewContract(contract: .number(1), months: 12), on: desk) == [
                "contract 1 was terminated (shop sold) and is not renewed: its last day is "
                    + "2026-12-31 (R5)", "sign a new contract",
            ])
        #expect(
            words(
                TerminateContract(
                    contract: .number(1), lastDay: "2026-12-31", reason: "shop sold"),
                on: desk) == [
                    "contract 1 was terminated already: it ends after 2026-12-31 (shop sold)",
                    "name another --last-day to move its end",
                ])
    }

    /// Message and hint of what a table with a first day and a term is refused with.
    private func words(from: CivilDate, months: Int?, on desk: DeskFixture) throws -> [String?] {
        let table = DesiredContract(
            place: TablePlace(path: "contract[0]", line: 10), client: "acme", package: "starter",
            from: from, months: months, manager: "mara")
        let file = DesiredDesk(file: "a.toml", staff: [], clients: [], contracts: [table])
        do throws(Refusal) {
            _ = try desk.preview(ApplyDesired(file))
        } catch {
            let row = try #require(WireError(error).data.errors?.first)
            return [row.message, row.hint]
        }
        return ["it was done"]
    }

    @Test("a file that says another term than was agreed hears which one was")
    func anotherTerm() throws {
        var desk = try desk()
        #expect(
            try words(from: "2026-10-02", months: 12, on: desk) == [
                "from is 2026-10-02, but contract 1 was signed for 12 months from 2026-10-01",
                "write the day it began on; supportc contract renew 1 prolongs it, "
                    + "supportc contract sign signs another beside it",
            ])
        let term = [
            "write the term it has; supportc contract renew 1 prolongs it, "
                + "supportc contract terminate 1 ends it sooner"
        ]
        #expect(
            try words(from: "2026-10-01", months: 6, on: desk) == [
                "months is 6, but contract 1 was signed for 12 months from 2026-10-01 (R5)"
            ] + term)
        try desk.perform(RenewContract(contract: .number(1), months: 6))
        #expect(
            try words(from: "2026-10-01", months: 7, on: desk) == [
                "months is 7, but contract 1 runs, renewed, for 18 months from 2026-10-01 (R5)"
            ] + term)
    }

    @Test("a contract that has ended is not signed again with another term")
    func anEndedTerm() throws {
        var desk = try desk(months: 1)
        try desk.advance(to: "2027-06-01T09:00:00Z")
        let hint =
            "supportc contract renew 1 prolongs it, if it has just ended; "
            + "a new contract begins on another day"
        let signed = "but contract 1 was signed for 1 months from 2026-10-01 and has ended"
        #expect(
            try words(from: "2026-10-01", months: 6, on: desk) == ["months is 6, \(signed)", hint])
        #expect(
            try words(from: "2026-10-01", months: nil, on: desk)
                == ["months is missing, \(signed)", hint])
    }
}
