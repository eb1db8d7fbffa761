/// One JSON value as its bytes, passed on without being decoded.
///
/// Encoding inserts the bytes at the place of the value; decoding takes them from the document.
/// Always valid JSON on one line: a line break between tokens is replaced by a space. Otherwise
/// byte for byte as in its source. Its nesting adds to that of the text around it, so a reader of
/// that text must allow `JSONLimits.embeddingDepthMax`.
package struct RawJSON: Hashable, Sendable {
    /// The UTF-8, without white space around it.
    package let bytes: [UInt8]

    /// The bytes of a value of a document.
    package init(_ value: JSONValue) {
        bytes = Self.oneLine(value.rawBytes)
    }

    /// A text, checked to be one JSON value.
    package init(
        checking bytes: [UInt8], depthMax: Int = JSONLimits.depthMax
    ) throws(JSONFault) {
        self.init(try JSONDocument(bytes, depthMax: depthMax).root)
    }

    /// The encoding of a value.
    package init(encoding value: some Encodable) throws(JSONEncodingFault) {
        bytes = try LineJSONEncoder.encode(value)
    }

    /// Bytes that a writer of this program has just written; not checked, so never bytes from
    /// outside.
    package init(trusting bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes as text.
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

/// Raw JSON was passed to a coder of another format.
private enum RawJSONMisuse: Error, CustomStringConvertible {
    case otherCoder

    var description: String {
        "raw JSON works only with StrictJSONDecoder and LineJSONEncoder"
    }
}
