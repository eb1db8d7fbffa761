/// The canonical form, in which equal values have equal bytes: no white space, members sorted by
/// the bytes of their names, only the escapes that JSON requires, one notation for each number.
///
/// Values that `StrictJSONDecoder` reads as equal have the same form: a member that is `null` is
/// left out like a missing one, and `30`, `30.0` and `3e1` are one number. Texts are compared byte
/// for byte, without Unicode normalisation.
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

    /// A whole number as digits, any other as the shortest decimal of its double; a number beyond
    /// the range of doubles as it was written.
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

/// Sorts the members of a written object by their names.
///
/// The order of a dictionary's members differs from run to run; sorted, the output is always the
/// same.
enum SortedMembers {
    /// Sorts the object that begins at an offset of the buffer and ends with it.
    static func sort(_ writer: inout JSONWriter, from start: Int) throws(JSONFault) {
        // Raw JSON inside may exceed the depth limit; what is written here was checked before.
        let document = try JSONDocument(copying: writer.bytes[start...], depthMax: .max)
        var members: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
        var at = 1
        while at < document.tape.count {
            members.append((document.slice(at: at), document.slice(at: at &+ 1)))
            at = Int(document.tape[at &+ 1].next)
        }
        // Compared without the quotes: `a` precedes `a b`.
        members.sort { $0.name.dropLast().lexicographicallyPrecedes($1.name.dropLast()) }
        writer.replace(from: start, with: joined(members))
    }

    private static func joined(
        _ members: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)]
    ) -> [UInt8] {
        var result = [Ascii.openBrace]
        for member in members {
            if result.count > 1 { result.append(Ascii.comma) }
            result += member.name
            result.append(Ascii.colon)
            result += member.value
        }
        result.append(Ascii.closeBrace)
        return result
    }
}
