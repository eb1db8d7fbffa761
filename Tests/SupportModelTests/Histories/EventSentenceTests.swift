import Foundation
import SupportJSON
import SupportModel
import Testing

/// What `supportc log` says of an event: one sentence, with the figures as people count them.
struct EventSentenceTests {
    private static let golden = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden")

    private func sentence(_ json: some StringProtocol) throws -> String {
        let document = try JSONDocument(text: String(json))
        return try StrictJSONDecoder.decode(
            Event.self, from: document.root, unknownMembers: .refused
        ).body.summary
    }

    private static func lines(_ name: String) throws -> [Substring] {
        try String(contentsOf: golden.appending(path: name), encoding: .utf8)
            .split(separator: "\n")
    }

    @Test("each line of sentences.txt is said of the event on the same line of events.jsonl")
    func everyStoredEvent() throws {
        let (events, sentences) = (try Self.lines("events.jsonl"), try Self.lines("sentences.txt"))
        #expect(events.count == sentences.count)
        for (event, expected) in zip(events, sentences) {
            #expect(try sentence(event) == expected, "\(event)")
        }
    }

    @Test(arguments: [
        (
            #"{"type":"hours.ungrouped","contract":3,"first":1}"#,
            "contract 3: cycles 2 and 3 no longer grouped"
        ),
        (
            #"{"type":"timer.stopped","ticket":12,"started_at":"2026-10-05T09:00:00.000Z","#
                + #""minutes":90}"#,
            "timer on ticket 12 stopped after 1h30m"
        ),
        (
            #"{"type":"hours.told","contract":3,"cycle":0,"notice":"unusable","used":2000,"#
                + #""available":2400,"usable":180}"#,
            "contract 3: of 6h40m left, only 3h can be used before they expire"
        ),
        (
            #"{"type":"ticket.planned","ticket":12,"week":"2026-10-05"}"#,
            "ticket 12 planned: no estimate in 2026-W41"
        ),
        (
            #"{"type":"ticket.planned","ticket":12,"estimate":90,"week":"2026-10-05","#
                + #""parts":[{"monday":"2026-10-05","drawn":60},"#
                + #"{"monday":"2026-10-12","drawn":30}]}"#,
            "ticket 12 planned: 1h30m in 2026-W41 to 2026-W42"
        ),
        (
            #"{"type":"contract.changed","contract":3,"manager":"olena","project":"shop","#
                + #""extra_policy":"ask","renewal":"manual"}"#,
            "contract 3 changed: manager olena, project shop, extra hours ask, renewal manual"
        ),
        (
            #"{"type":"contract.terms-planned","contract":3}"#, "contract 3 keeps its package"
        ),
        (
            #"{"type":"contract.suspended","contract":3,"suspension":{"from":"2026-11-16","#
                + #""start":"2026-11-16T00:00:00.000Z","to":"2026-12-01","#
                + #""end":"2026-12-01T00:00:00.000Z","reason":"the shop is rebuilt"}}"#,
            "contract 3 suspended from 2026-11-16 until 2026-11-30: the shop is rebuilt"
        ),
        (
            #"{"type":"clock.trusted","ground":"set-back"}"#,
            "the clock is trusted again: it was set back"
        ),
        (
            #"{"type":"clock.trusted","ground":"believed"}"#,
            "the clock is trusted again: it is synchronised, or the configuration allows for more"
        ),
        (
            #"{"type":"ticket.assigned","ticket":12}"#, "ticket 12 assigned to nobody"
        ),
    ])
    func anotherForm(json: String, expected: String) throws {
        #expect(try sentence(json) == expected)
    }
}
