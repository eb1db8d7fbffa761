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
