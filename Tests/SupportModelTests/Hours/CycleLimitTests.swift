import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// A cycle holds so many entries as the record that closes it can.
@Suite struct CycleLimitTests {
    /// A desk whose open cycle holds so many entries of one minute.
    private static func desk(entries count: Int) throws -> DeskFixture {
        var small = try DeskFixture.starter(at: "2026-01-05T09:00:00Z", from: "2026-01-01")
        try small.book("1m", on: "2026-01-05")
        let image = small.image
        let opening = #""entries":["#
        let start = try #require(image.firstRange(of: opening)).upperBound
        let end = try #require(image[start...].firstIndex(of: "]"))
        let entry = String(image[start..<end])
        let number = #""number":1,"#
        #expect(entry.contains(number))
        let copies = (1...count).map { entry.replacing(number, with: #""number":\#($0),"#) }
        let last = #""last_entry":1"#
        let grown = image.replacingCharacters(
            in: start..<end, copies.joined(separator: ",")
        ).replacing(last, with: #""last_entry":\#(count)"#)
        let document = try JSONDocument(text: grown)
        let read = try StrictJSONDecoder.decode(
            StateImage.self, from: document.root, unknownMembers: .refused)
        return DeskFixture(at: "2026-01-05T09:00:00Z", state: State(read))
    }

    @Test("the last entry that fits is booked, and the one after it is refused")
    func atTheLimitAndOnePast() throws {
        var desk = try Self.desk(entries: Limits.entriesPerCycleMax - 1)
        try desk.book("1m", on: "2026-01-05", extra: true)
        let refusal = Refusal.invalid(.cycle, .work(.cycleFull))
        #expect(throws: refusal) { try desk.book("1m", on: "2026-01-05", extra: true) }
        #expect(desk.state.newestEntry?.number.number == Limits.entriesPerCycleMax)
    }

    @Test("the record that closes a full cycle fits into the journal")
    func theClosingRecordFits() throws {
        var desk = try Self.desk(entries: Limits.entriesPerCycleMax)
        try desk.advance(to: "2026-02-01T00:00:00Z")
        let closing = try #require(desk.records.last)
        #expect(try StoredJournal.text(of: closing).count < StoredJournal.recordBytesMax)
    }

    @Test("so does the fullest, whose every text is as long as it can be and wants escaping")
    func theFullestRecordFits() throws {
        var desk = try FullestCycle.desk()
        try desk.advance(to: "2026-04-01T00:00:00Z")
        let closing = try #require(desk.records.last)
        let statement = try #require(desk.closed().last?.statement)
        #expect(statement.tickets.count == Limits.entriesPerCycleMax)
        #expect(statement.tickets.allSatisfy { $0.subject.utf8.count == 80 })
        #expect(statement.work.count == 4 * FullestCycle.serviceCount)
        #expect(statement.adjustments.count == Limits.adjustmentsPerCycleMax)
        #expect(statement.fee.upgrades.count == Limits.upgradesPerCycleMax)
        #expect(desk.closed().last?.splits.allSatisfy { $0.grouped > .zero } == true)
        #expect(closing.events.count == 2, "it renews the contract too")
        let count = try StoredJournal.text(of: closing).count
        #expect(count < StoredJournal.recordBytesMax)
        #expect(count > StoredJournal.recordBytesMax / 2, "the cycle is not full")
    }
}

extension String {
    /// The text with a part of it replaced.
    fileprivate func replacingCharacters(in range: Range<Index>, _ text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
