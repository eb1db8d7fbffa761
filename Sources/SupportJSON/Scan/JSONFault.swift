/// Why a text is not strict JSON, and where.
package struct JSONFault: Error, Hashable, Sendable {
    /// The violated rule.
    package enum Kind: String, Hashable, Sendable {
        /// Nothing but white space.
        case empty
        /// A byte that cannot begin or continue what is being read.
        case unexpectedByte
        /// The text ends in the middle of a value.
        case unfinished
        /// Something other than white space follows the value.
        case trailingBytes
        /// A byte sequence that is not UTF-8.
        case invalidUTF8
        /// A control character inside a string that is not written as an escape.
        case controlCharacter
        /// A backslash followed by something that is not an escape of JSON.
        case badEscape
        /// An escape that is half of a surrogate pair.
        case loneSurrogate
        /// A number that JSON does not allow, such as `01`, `1.` or `-`.
        case badNumber
        /// More nested objects and arrays than the limit.
        case tooDeep
        /// The same member name twice in one object, compared after unescaping.
        case duplicateMember
        /// More bytes than the limit.
        case tooLong
    }

    package let kind: Kind
    /// The offset in the text, in bytes from 0.
    package let offset: Int

    /// A fault of one kind at one place.
    package init(_ kind: Kind, at offset: Int) {
        (self.kind, self.offset) = (kind, offset)
    }

    /// The message for a person, with the offset.
    package var message: String { "\(complaint) at byte \(offset)" }

    private var complaint: String {
        switch kind {
        case .empty: "expected a JSON value, found nothing"
        case .unexpectedByte: "unexpected character"
        case .unfinished: "the JSON ends too early"
        case .trailingBytes: "expected the end after the JSON value"
        case .invalidUTF8: "invalid UTF-8"
        case .controlCharacter: "control character in a string (write it as an escape)"
        case .badEscape: "unknown escape in a string"
        case .loneSurrogate: "half of a surrogate pair"
        case .badNumber: "malformed number"
        case .tooDeep: "objects and arrays nested too deep"
        case .duplicateMember: "member name used twice in one object"
        case .tooLong: "the JSON is too long"
        }
    }
}

extension JSONFault: CustomStringConvertible {
    package var description: String { message }
}

/// One entry of the tape: the kind of a value or a member's name, and its bytes.
///
/// The tape has the values of a document in the order of the text. An object is followed by its
/// members, each a `name` entry and then the entries of its value; an array by its elements.
struct JSONNode: Sendable {
    /// The kind of an entry.
    enum Kind: UInt8, Sendable {
        case object
        case array
        case name
        case string
        /// A number without fraction or exponent that fits `Int64`.
        case integer
        /// Any other number, kept as text.
        case number
        case yes
        case no
        case null
    }

    /// The offset of the first byte; of a string or a name, of the first one after the quote.
    var start: UInt32
    /// The length in bytes; of a string or a name without the quotes.
    var length: UInt32
    /// The index of the entry after this value and everything in it. While an object or an array is
    /// open, the index of the container around it.
    var next: UInt32
    var kind: Kind
    /// True for a string or a name with at least one backslash.
    var isEscaped: Bool

    /// The range of the bytes.
    var range: Range<Int> {
        Int(start)..<(Int(start) &+ Int(length))
    }
}
