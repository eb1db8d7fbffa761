import SupportJSON
import SupportModel
import SupportStore
import SupportTestKit
import Testing

/// The disk's encoding of a record.
@Suite struct RecordTextTests {
    /// Every record of a desk on which a little of everything has happened.
    private static var records: [Record] {
        get throws {
            var desk = try DeskFixture.starter(at: "2026-01-05T09:00:00Z", from: "2026-01-01")
            try desk.book("2h", on: "2026-01-05")
            try desk.advance(to: "2026-03-01T09:00:00Z")
            return desk.records
        }
    }

    /// The text of a record whose events are written as they encode themselves.
    private func text(_ stamp: Stamp, _ events: [Event]) throws -> String {
        let events = try events.map {
            String(decoding: try LineJSONEncoder.encode($0), as: UTF8.self)
        }
        let role = stamp.acted.map { #","role":"\#($0.capacity)""# } ?? ""
        return
            #"{"seq":\#(stamp.sequence),"at":"\#(stamp.at)","by":"\#(stamp.by)"\#(role),"events":["#
            + events.joined(separator: ",") + "]}"
    }

    private func written(_ record: Record) throws -> [UInt8] {
        try RecordText(record.stamp, record.events).ended(with: record.answer)
    }

    @Test("events are written as they encode themselves, and the record reads back as it was")
    func textOfARecord() throws {
        let records = try Self.records
        #expect(records.count > 5)
        for record in records {
            let written = try written(record)
            let expected = try text(record.stamp, record.events)
            #expect(String(decoding: written, as: UTF8.self) == expected)
            #expect(try self.written(RecordText.read(written)) == written)
        }
    }

    @Test("an answer is the last member, and comes back byte for byte")
    func answerIsKept() throws {
        let first = try #require(try Self.records.first)
        let answer = StoredAnswer(key: "0/k\"1", digest: "00ff", reply: #"{"a":"\n\"x"}"#)
        let unanswered = try RecordText(first.stamp, first.events)
        #expect(unanswered.ended(with: nil).count == unanswered.count)
        let text = unanswered.ended(with: answer)
        #expect(text.count == unanswered.count + RecordText.bytes(of: answer))
        #expect(try RecordText.read(text).answer == answer)
    }

    @Test("two events of one record are one array")
    func twoEvents() throws {
        let records = try Self.records
        let both = records.prefix(2).flatMap(\.events)
        let stamp = try #require(records.first).stamp
        let written = try RecordText(stamp, both).ended(with: nil)
        #expect(String(decoding: written, as: UTF8.self) == (try text(stamp, both)))
        #expect(try RecordText.read(written).events.count == both.count)
    }

    @Test("a member or an event that this release does not know is a fault")
    func strangersAreRefused() throws {
        let texts = [
            #"{"seq":1,"at":"2026-01-05T09:00:00Z","by":"desk","events":[],"more":1}"#,
            #"{"seq":1,"at":"2026-01-05T09:00:00Z","by":"desk","events":[{"type":"ticket.sold"}]}"#,
            #"{"seq":1,"at":"2026-01-05T09:00:00Z","by":"desk"}"#,
        ]
        for text in texts {
            #expect(throws: RecordFault.self) { try RecordText.read(Array(text.utf8)) }
        }
    }
}
