/// Appends compact JSON to a buffer, token by token.
///
/// It writes the commas; the caller ends every object and array, and writes a name before each
/// member's value. For code where `LineJSONEncoder` is too slow. The result never contains a line
/// break.
package struct JSONWriter: ~Copyable {
    /// The initial content of the buffer and everything written since.
    package private(set) var bytes: [UInt8]
    /// True after a value, false after a bracket, a name or a comma.
    private var needsComma = false

    /// A writer that takes over a buffer and appends to its content.
    package init(after bytes: consuming [UInt8] = []) {
        self.bytes = bytes
    }

    /// The buffer, for use elsewhere.
    package consuming func take() -> [UInt8] { bytes }

    /// The length of the buffer, in bytes.
    var count: Int { bytes.count }

    /// Begins an object.
    package mutating func beginObject() { begin(Ascii.openBrace) }
    /// Ends the innermost object.
    package mutating func endObject() { end(Ascii.closeBrace) }
    /// Begins an array.
    package mutating func beginArray() { begin(Ascii.openBracket) }
    /// Ends the innermost array.
    package mutating func endArray() { end(Ascii.closeBracket) }

    /// The name of the next member.
    package mutating func name(_ name: String) {
        separate()
        let units = name.utf8
        QuotedText.append(units.span, andColon: true, to: &bytes)
    }

    /// A text, with escapes only for what JSON does not allow unescaped.
    package mutating func string(_ text: String) {
        beforeValue()
        let units = text.utf8
        QuotedText.append(units.span, andColon: false, to: &bytes)
    }

    /// A whole number.
    package mutating func int(_ number: Int) {
        beforeValue()
        DecimalText.append(
            UInt64(number.magnitude), isNegative: number < 0, to: &bytes)
    }

    /// A whole number of any width; slower than an `Int` when called from another module.
    package mutating func int(_ number: some FixedWidthInteger) {
        beforeValue()
        if let magnitude = UInt64(exactly: number.magnitude) {
            DecimalText.append(magnitude, isNegative: number < 0, to: &bytes)
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    /// The shortest decimal that reads back as the same number. For a number that is not finite,
    /// which JSON cannot represent, it throws and writes nothing.
    package mutating func double(
        _ number: some BinaryFloatingPoint & CustomStringConvertible
    ) throws(JSONEncodingFault) {
        guard number.isFinite else {
            throw JSONEncodingFault(member: "", message: "the number is not finite")
        }
        beforeValue()
        bytes.append(contentsOf: number.description.utf8)
    }

    /// True or false.
    package mutating func bool(_ value: Bool) { word(value ? "true" : "false") }
    /// `null`.
    package mutating func null() { word("null") }

    /// JSON that was encoded before, byte for byte.
    package mutating func raw(_ json: RawJSON) { splice(json.bytes) }
    /// A value of a document, byte for byte.
    package mutating func raw(_ value: JSONValue) { splice(RawJSON(value).bytes) }

    /// A member with a text.
    package mutating func member(_ name: String, _ text: String) {
        self.name(name)
        string(text)
    }

    /// A member with a whole number.
    package mutating func member(_ name: String, _ number: Int) {
        self.name(name)
        int(number)
    }

    /// A member with JSON that was encoded before.
    package mutating func member(_ name: String, _ json: RawJSON) {
        self.name(name)
        raw(json)
    }

    /// Writes a comma where the next token needs one; the token must follow.
    @inline(__always)
    mutating func separate() {
        if needsComma { bytes.append(Ascii.comma) }
        needsComma = false
    }

    /// Replaces all bytes from an offset on.
    mutating func replace(from start: Int, with new: [UInt8]) {
        bytes.replaceSubrange(start..., with: new)
    }

    @inline(__always)
    private mutating func beforeValue() {
        separate()
        needsComma = true
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func word(_ word: StaticString) {
        beforeValue()
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func splice(_ json: [UInt8]) {
        beforeValue()
        bytes.append(contentsOf: json)
    }
}

/// Writes strings and names with their quotes.
enum QuotedText {
    /// The longest text, in bytes, that a loop copies faster than a call.
    private static let copiedByHandMax = 16

    /// Appends UTF-8 in quotes, and a colon after a name; in one copy where nothing needs an
    /// escape.
    @inline(__always)
    static func append(_ text: Span<UInt8>, andColon: Bool, to bytes: inout [UInt8]) {
        let end = PlainRun.endForWriting(text, from: 0)
        guard end == text.count, end <= copiedByHandMax else {
            return appendInRuns(text, firstEnd: end, andColon: andColon, to: &bytes)
        }
        bytes.append(addingCapacity: end &+ 3) { output in
            output.append(Ascii.quote)
            for at in 0..<end { output.append(text[at]) }
            output.append(Ascii.quote)
            if andColon { output.append(Ascii.colon) }
        }
    }

    private static func appendInRuns(
        _ text: Span<UInt8>, firstEnd: Int, andColon: Bool, to bytes: inout [UInt8]
    ) {
        bytes.append(Ascii.quote)
        var (start, end) = (0, firstEnd)
        while true {
            text.extracting(start..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            guard end < text.count else { break }
            escape(text[end], to: &bytes)
            start = end &+ 1
            end = PlainRun.endForWriting(text, from: start)
        }
        bytes.append(Ascii.quote)
        if andColon { bytes.append(Ascii.colon) }
    }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(Ascii.backslash)
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case Ascii.lineFeed: bytes.append(UInt8(ascii: "n"))
        case Ascii.carriageReturn: bytes.append(UInt8(ascii: "r"))
        case Ascii.tab: bytes.append(UInt8(ascii: "t"))
        case 0..<0x20:
            bytes.append(UInt8(ascii: "u"))
            Hexadecimal.append(UInt64(byte), digits: 4, to: &bytes)
        default: bytes.append(byte)
        }
    }
}
