/// The one form in which equal values are equal bytes: no white space, members in the order of their
/// names' bytes, no more escapes than JSON asks for, one way to write each number.
///
/// What `StrictJSONDecoder` reads as equal has the same form: a member that is `null` is left out as
/// if it were missing, and `30`, `30.0` and `3e1` are one number. Texts are compared byte for byte:
/// no Unicode form is made of another.
package enum CanonicalJSON {
    /// The canonical text of a value, as UTF-8.
    ///
    /// - Parameter passed: members of the value itself that are left out.
    package static func bytes(of value: JSONValue, without passed: Set<String> = []) -> [UInt8] {
        var writer = JSONWriter()
        write(value, without: passed, to: &writer)
        return writer.take()
    }

    private static func write(
        _ value: JSONValue, without passed: Set<String>, to writer: inout JSONWriter
    ) {
        if value.isObject {
            writer.beginObject()
            for (name, member) in sorted(value) where !passed.contains(name) && !member.isNull {
                writer.name(name)
                write(member, without: [], to: &writer)
            }
            writer.endObject()
        } else if value.isArray {
            writer.beginArray()
            for element in value.elements { write(element, without: [], to: &writer) }
            writer.endArray()
        } else if let text = value.string {
            writer.string(text)
        } else if let bool = value.bool {
            writer.bool(bool)
        } else if value.isNumber {
            number(value, to: &writer)
        } else {
            writer.null()
        }
    }

    private static func sorted(_ object: JSONValue) -> [(name: String, value: JSONValue)] {
        object.members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// A whole number as digits, any other as the shortest decimal of its double; one that no double
    /// holds stays as it was written.
    private static func number(_ value: JSONValue, to writer: inout JSONWriter) {
        if let whole = value.int { return writer.int(whole) }
        guard let double = value.double, double.isFinite else { return writer.raw(value) }
        if let whole = Int(exactly: double), abs(double) < Self.exactMax {
            return writer.int(whole)
        }
        do {
            try writer.double(double)
        } catch {
            writer.raw(value)
        }
    }

    /// 2^53: whole doubles below it are exact.
    private static let exactMax = 9_007_199_254_740_992.0
}
