/// Writes compact JSON, one token after the other, to the end of a buffer of bytes.
///
/// The commas are its own affair; that every object and array is ended, and that a name comes before
/// each member's value, is the caller's. For paths where `LineJSONEncoder` is too slow. The result
/// never holds a line break.
package struct JSONWriter: ~Copyable {
    /// What was there at first and what was written since.
    package private(set) var bytes: [UInt8]
    /// Where the first token goes, which needs no comma whatever is before it.
    private let base: Int

    /// A writer to the end of a buffer, taken over with what it already holds.
    package init(after bytes: consuming [UInt8] = []) {
        base = bytes.count
        self.bytes = bytes
    }

    /// The buffer, to be used elsewhere.
    package consuming func take() -> [UInt8] { bytes }

    /// How many bytes the buffer holds.
    var count: Int { bytes.count }

    /// Begins an object.
    package mutating func beginObject() { token(Ascii.openBrace) }
    /// Ends the innermost object.
    package mutating func endObject() { bytes.append(Ascii.closeBrace) }
    /// Begins an array.
    package mutating func beginArray() { token(Ascii.openBracket) }
    /// Ends the innermost array.
    package mutating func endArray() { bytes.append(Ascii.closeBracket) }

    /// The name of the next member.
    package mutating func name(_ name: String) {
        string(name)
        bytes.append(Ascii.colon)
    }

    /// A text, with escapes only for what JSON does not allow as it is.
    package mutating func string(_ text: String) {
        separate()
        bytes.append(Ascii.quote)
        let units = text.utf8
        EscapedText.append(units.span, to: &bytes)
        bytes.append(Ascii.quote)
    }

    /// A whole number of any width.
    package mutating func int(_ number: some FixedWidthInteger) {
        separate()
        if number < 0 { bytes.append(Ascii.minus) }
        if let magnitude = UInt64(exactly: number.magnitude) {
            digits(magnitude)
        } else {
            bytes.append(contentsOf: String(number.magnitude).utf8)
        }
    }

    /// The shortest decimal that reads back as the same number. Throws, with nothing written, for
    /// one that is not finite, which JSON cannot say.
    package mutating func double(
        _ number: some BinaryFloatingPoint & CustomStringConvertible
    ) throws(JSONEncodingFault) {
        guard number.isFinite else {
            throw JSONEncodingFault(member: "", message: "the number is not finite")
        }
        separate()
        bytes.append(contentsOf: number.description.utf8)
    }

    /// True or false.
    package mutating func bool(_ value: Bool) { word(value ? "true" : "false") }
    /// `null`.
    package mutating func null() { word("null") }

    /// JSON that was written before, byte for byte.
    package mutating func raw(_ json: RawJSON) { splice(json.bytes) }
    /// A value of a document, byte for byte.
    package mutating func raw(_ value: JSONValue) { splice(RawJSON(value).bytes) }

    /// A member with a text.
    package mutating func member(_ name: String, _ text: String) {
        self.name(name)
        string(text)
    }

    /// A member with a whole number.
    package mutating func member(_ name: String, _ number: some FixedWidthInteger) {
        self.name(name)
        int(number)
    }

    /// A member with JSON that was written before.
    package mutating func member(_ name: String, _ json: RawJSON) {
        self.name(name)
        raw(json)
    }

    /// A comma, where the next token needs one: not at the beginning, not after `{`, `[`, `:` or a
    /// comma. No value ends with one of these.
    @inline(__always)
    mutating func separate() {
        guard bytes.count > base, let last = bytes.last else { return }
        switch last {
        case Ascii.openBrace, Ascii.openBracket, Ascii.colon, Ascii.comma: return
        default: bytes.append(Ascii.comma)
        }
    }

    /// Replaces everything from an offset on.
    mutating func replace(from start: Int, with new: [UInt8]) {
        bytes.replaceSubrange(start..., with: new)
    }

    private mutating func token(_ byte: UInt8) {
        separate()
        bytes.append(byte)
    }

    private mutating func word(_ word: StaticString) {
        separate()
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func splice(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
    }

    private mutating func digits(_ magnitude: UInt64) {
        var reversed = InlineArray<20, UInt8>(repeating: 0)
        var rest = magnitude
        var length = 0
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            reversed[length] = Ascii.zero &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
            length &+= 1
        } while rest > 0
        for at in stride(from: length &- 1, through: 0, by: -1) { bytes.append(reversed[at]) }
    }
}
