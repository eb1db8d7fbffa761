import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Every billed amount stands on exactly one statement; what does not is found (R8, R10).
struct BillingTests {
    /// A late entry of a closed cycle with extra hours, and its cycle's statement closed in turn.
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("20h")
        try desk.advance(to: "2026-11-05T09:00:00Z")
        let late = LateMark(reason: "found in the notes")
        try desk.perform(
            AddTime(
                ticket: 1, worked: "30h", date: "2026-10-12", extra: true, late: late,
                long: true))
        try desk.advance(to: "2026-12-01T00:00:00Z")
        return desk
    }

    /// The state of a desk whose last record reads otherwise.
    private func state(
        of desk: DeskFixture, replacing text: String, with other: String
    ) throws -> State {
        var state = State()
        for record in desk.records.dropLast() { state.apply(record) }
        let bytes = try StoredJournal.text(of: try #require(desk.records.last))
        let changed = String(decoding: bytes, as: UTF8.self).replacing(text, with: other)
        state.apply(
            try StrictJSONDecoder.decode(
                Record.self, from: try JSONDocument(Array(changed.utf8)).root,
                unknownMembers: .refused))
        return state
    }

    @Test func aStatementThatLeavesOutLateWorkIsFound() throws {
        let desk = try desk()
        #expect(desk.state.billingDifferences.isEmpty)
        let adjustments = try #require(desk.closed().last?.statement?.adjustments)
        let bytes = try LineJSONEncoder.encode(adjustments)
        let state = try state(
            of: desk, replacing: String(decoding: bytes, as: UTF8.self), with: "[]")
        #expect(
            state.billingDifferences.map(\.text) == [
                "entry 2 is live, and stands on 0 statements as billed and on 0 as credited"
            ])
    }

    @Test func workThatWaitsForAStatementThatNeverComesIsFound() throws {
        var desk = try desk()
        try desk.perform(VoidTime(entry: 1, reason: "booked twice", late: true))
        #expect(desk.state.billingDifferences.isEmpty)
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-12-20", reason: "it closes"))
        // Without the cycle that would carry it.
        let open = try #require(desk.state.contracts[1]?.account.open)
        let bytes = try LineJSONEncoder.encode(open)
        let state = try state(
            of: desk, replacing: ",\"open\":" + String(decoding: bytes, as: UTF8.self), with: "")
        #expect(
            state.billingDifferences.map(\.text) == [
                "entry 1 waits for a statement, and the contract has ended"
            ])
    }
}
