import SupportClient
import SupportJSON
import SupportWire

/// The JSON documents that `--json` prints: an object whose first member is `"v": 1`.
enum AnswerDocument {
    /// A result as it came, with the version put first.
    static func of(_ result: JSONValue) -> [UInt8] {
        var writer = begin()
        for member in result.members where member.name != "v" {
            writer.name(member.name)
            writer.raw(member.value)
        }
        return end(writer)
    }

    /// An error.
    static func of(_ error: WireError) -> [UInt8] {
        var writer = begin()
        writer.member("error", ReplyLine.encoded(error))
        return end(writer)
    }

    /// The same JSON laid out for people where people read it, with its last line's end.
    static func laidOut(_ json: [UInt8], onTerminal: Bool) -> [UInt8] {
        (onTerminal ? JSONLayout.indented(PrintableText.json(json)) : json) + [10]
    }

    private static func begin() -> JSONWriter {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("v", 1)
        return writer
    }

    private static func end(_ writer: consuming JSONWriter) -> [UInt8] {
        writer.endObject()
        return writer.take()
    }
}
