import SupportJSON
import SupportModel
import SupportStore
import SupportTestKit
import Testing

/// The disk's encoding of a record, written the quick way, is the one that types encode to.
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

    @Test("the quick text equals what Codable writes, and reads back as the same record")
    func quickTextIsTheText() throws {
        let records = try Self.records
        #expect(records.count > 5)
        for record in records {
            var text = try RecordText.beginning(record.stamp, record.events)
            RecordText.end(&text, answer: nil)
            let expected = try LineJSONEncoder.encode(record)
            #expect(text == expected)
            #expect(try LineJSONEncoder.encode(RecordText.read(text)) == expected)
        }
    }

    @Test("an answer is the last member, and comes back byte for byte")
    func answerIsKept() throws {
        let first = try #require(try Self.records.first)
        let answer = StoredAnswer(key: "0/k\"1", digest: "00ff", reply: #"{"a":"\n\"x"}"#)
        var text = try RecordText.beginning(first.stamp, first.events)
        let before = text.count
        RecordText.end(&text, answer: answer)
        #expect(text.count == before + RecordText.bytes(of: answer) + 1)
        #expect(try RecordText.read(text).answer == answer)
    }

    @Test("two events of one record are one array")
    func twoEvents() throws {
        let records = try Self.records
        let both = records.prefix(2).flatMap(\.events)
        let stamp = try #require(records.first).stamp
        var text = try RecordText.beginning(stamp, both)
        RecordText.end(&text, answer: nil)
        #expect(text == (try LineJSONEncoder.encode(Record(stamp: stamp, events: both))))
        #expect(try RecordText.read(text).events.count == both.count)
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
