import Foundation
import SupportJSON
import SupportModel
import Testing

/// The stored form of every event, as journals on disk have it: a line that once could be read can be
/// read for ever, and means the same.
///
/// A new event, or a new member of one, is a line more in the file; no line is ever changed.
struct StoredEventTests {
    private static let file = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden/events.jsonl")

    @Test func everyLineReadsAndIsWrittenTheSame() throws {
        let lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
        var types: Set<String> = []
        for line in lines {
            let document = try JSONDocument(text: String(line))
            let event = try StrictJSONDecoder.decode(
                Event.self, from: document.root, unknownMembers: .refused)
            let written = String(decoding: try LineJSONEncoder.encode(event), as: UTF8.self)
            #expect(written == line)
            types.insert(type(of: event.body).type)
        }
        #expect(types == Set(EventTypes.all.map { $0.type }), "the file leaves some out")
    }
}
