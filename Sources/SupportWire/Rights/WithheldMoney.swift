package import SupportJSON

/// Leaves the amounts of money out of an answer, for callers who may not see them.
///
/// Whatever the answer is, an amount is an object of `minor_units` and `currency`, and nothing else
/// is: it goes with the name of its member, or from its list. A percentage is no amount.
package enum WithheldMoney {
    /// The answer without its amounts.
    package static func answer(_ answer: RawJSON) -> RawJSON {
        guard mayHoldMoney(answer.bytes), let document = try? JSONDocument(answer.bytes) else {
            return answer
        }
        var writer = JSONWriter()
        write(document.root, &writer)
        return RawJSON(trusting: writer.take())
    }

    private static let mark = Array(#""minor_units""#.utf8)

    /// Whether the bytes hold the name of an amount's member anywhere.
    private static func mayHoldMoney(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while let quote = rest.firstIndex(of: mark[0]) {
            rest = rest[quote...]
            if rest.starts(with: mark) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    private static func isMoney(_ value: JSONValue) -> Bool {
        value[member: "minor_units"] != nil && value[member: "currency"] != nil
    }

    private static func write(_ value: JSONValue, _ writer: inout JSONWriter) {
        if value.isObject {
            writer.beginObject()
            for member in value.members where !isMoney(member.value) {
                writer.name(member.name)
                write(member.value, &writer)
            }
            writer.endObject()
        } else if value.isArray {
            writer.beginArray()
            for element in value.elements where !isMoney(element) { write(element, &writer) }
            writer.endArray()
        } else {
            writer.raw(value)
        }
    }
}
