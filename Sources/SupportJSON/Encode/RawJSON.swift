/// One JSON value as the bytes it is written in, passed on without being read.
///
/// Encoding puts the bytes where the value goes; decoding takes them from the document. Always valid
/// JSON, and always one line: a line break between tokens, which only white space can be, is kept as
/// a space. Otherwise byte for byte what it came from. Its nesting adds to that of the text it is put
/// into, so a reader of that text must allow `JSONLimits.embeddingDepthMax`.
package struct RawJSON: Hashable, Sendable {
    /// The UTF-8, without white space around it.
    package let bytes: [UInt8]

    /// The bytes of a value that was read.
    package init(_ value: JSONValue) {
        bytes = Self.oneLine(value.rawBytes)
    }

    /// A text that is checked to be one JSON value.
    package init(
        checking bytes: [UInt8], depthMax: Int = JSONLimits.depthMax
    ) throws(JSONFault) {
        self.init(try JSONDocument(bytes, depthMax: depthMax).root)
    }

    /// What a value encodes to.
    package init(encoding value: some Encodable) throws(JSONEncodingFault) {
        bytes = try LineJSONEncoder.encode(value)
    }

    /// What a writer of this program has just written: not checked, so never bytes from outside.
    package init(trusting bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    private static func oneLine(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result = Array(bytes)
        for at in result.indices where isLineBreak(result[at]) { result[at] = Ascii.space }
        return result
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool {
        byte == Ascii.lineFeed || byte == Ascii.carriageReturn
    }
}

extension RawJSON: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try JSONValue(from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? ValueEncoder else { throw RawJSONMisuse.otherCoder }
        try encoder.write { $0.raw(self) }
    }
}

extension JSONValue: Codable {
    package init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? ValueDecoder else { throw RawJSONMisuse.otherCoder }
        self = decoder.capture()
    }

    package func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? ValueEncoder else { throw RawJSONMisuse.otherCoder }
        try encoder.write { $0.raw(self) }
    }
}

/// Raw JSON was given to a coder of another format.
private enum RawJSONMisuse: Error, CustomStringConvertible {
    case otherCoder

    var description: String {
        "raw JSON works only with StrictJSONDecoder and LineJSONEncoder"
    }
}

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

/// Puts the members of a written object into the order of their names.
///
/// A dictionary hands its members over in an order that changes from run to run; this makes the
/// output the same each time.
enum SortedMembers {
    /// Sorts the object that begins at an offset of the buffer and ends with it.
    static func sort(_ writer: inout JSONWriter, from start: Int) throws(JSONFault) {
        // Raw JSON inside may be deeper than the limit; what is written here was checked before.
        let document = try JSONDocument(copying: writer.bytes[start...], depthMax: .max)
        var members: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
        var at = 1
        while at < document.tape.count {
            members.append((document.slice(at: at), document.slice(at: at &+ 1)))
            at = Int(document.tape[at &+ 1].next)
        }
        // The quotes are left out of the comparison: `a` goes before `a b`.
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
