/// One entry of the tape: what a value or a member name is and which bytes it spans.
///
/// The tape holds the values of a document in the order they are written. An object is followed by
/// its members, each a `name` entry and then the entries of its value; an array by its elements.
struct JSONNode: Sendable {
    /// What the bytes are.
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

    /// The first byte; of a string or a name the first one after the quote.
    var start: UInt32
    /// How many bytes; of a string or a name without the quotes.
    var length: UInt32
    /// The index of the entry after this value and all it holds. While the scanner has an object or
    /// an array open, the index of the one around it.
    var next: UInt32
    /// What the bytes are.
    var kind: Kind
    /// True for a string or a name with at least one backslash.
    var isEscaped: Bool

    /// The bytes as a range.
    var range: Range<Int> {
        Int(start)..<(Int(start) &+ Int(length))
    }
}
