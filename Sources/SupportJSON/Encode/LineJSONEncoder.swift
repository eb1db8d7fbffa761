/// Writes any `Encodable` value as compact JSON on one line; the same value yields the same bytes.
///
/// Members are in the order in which the type encodes them; those of a dictionary are sorted by the
/// bytes of their names. Optionals that are nil are left out where the type uses `encodeIfPresent`,
/// as synthesised code does. Two keyed containers of one encoder write one object. The order of a
/// `Set`, and of a dictionary whose keys are neither texts nor numbers, is determined by the type.
///
/// Tokens are written directly to the buffer, so a nested container must be complete before the one
/// around it is written to again; writing to it afterwards is an error.
package enum LineJSONEncoder {
    /// The JSON of a value, at most `JSONLimits.depthMax` deep.
    package static func encode(_ value: some Encodable) throws(JSONEncodingFault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        try encode(value, into: &bytes)
        return bytes
    }

    /// Appends the JSON of a value to a buffer; an error leaves the buffer unchanged.
    package static func encode(
        _ value: some Encodable, into buffer: inout [UInt8]
    ) throws(JSONEncodingFault) {
        let before = buffer.count
        let pass = EncodingPass(after: taken(&buffer))
        let outcome = Result { try pass.encode(value) }
        buffer = pass.takeBytes()
        if case .failure(let error) = outcome {
            buffer.removeSubrange(before...)
            throw JSONEncodingFault(error)
        }
    }

    /// Moves the buffer out, leaving an empty one, so that appending does not copy it.
    private static func taken(_ buffer: inout [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        swap(&result, &buffer)
        return result
    }
}

/// Why a value cannot be written as JSON.
package struct JSONEncodingFault: Error, Hashable, Sendable {
    /// The name of the nearest member; empty where there is none.
    package let member: String
    /// What is wrong with it, such as `the number is not finite`.
    package let message: String
}

extension JSONEncodingFault {
    /// The fault for an error of the type's own `encode(to:)`.
    init(_ error: any Error) {
        switch error {
        case let fault as JSONEncodingFault:
            self = fault
        case EncodingError.invalidValue(_, let context):
            self.init(
                member: context.codingPath.last?.stringValue ?? "",
                message: context.debugDescription)
        default:
            self.init(member: "", message: String(describing: error))
        }
    }
}

extension JSONEncodingFault: CustomStringConvertible {
    package var description: String { member.isEmpty ? message : "\(member): \(message)" }
}

/// Formats JSON for people to read.
package enum JSONLayout {
    /// The same JSON with one line for each member and element, indented by two spaces a level;
    /// empty objects and arrays stay on one line.
    ///
    /// Expects valid JSON, compact or not. The indentation is limited to `JSONLimits.depthMax`
    /// levels, so that the length of the result is bounded for any input.
    package static func indented(_ json: [UInt8]) -> [UInt8] {
        var output = IndentedText()
        for byte in json { output.take(byte) }
        return output.bytes
    }
}

/// The indented JSON written so far.
private struct IndentedText {
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var isInString = false
    private var isAfterBackslash = false
    /// True between an opening bracket and the next token.
    private var hasJustOpened = false

    mutating func take(_ byte: UInt8) {
        if isInString {
            bytes.append(byte)
            isInString = isAfterBackslash || byte != Ascii.quote
            isAfterBackslash = !isAfterBackslash && byte == Ascii.backslash
        } else {
            takeOutside(byte)
        }
    }

    private mutating func takeOutside(_ byte: UInt8) {
        switch byte {
        case Ascii.space, Ascii.tab, Ascii.lineFeed, Ascii.carriageReturn:
            return
        case Ascii.closeBrace, Ascii.closeBracket:
            depth = max(0, depth &- 1)
            if hasJustOpened { hasJustOpened = false } else { breakLine() }
            bytes.append(byte)
        case Ascii.openBrace, Ascii.openBracket:
            breakLineIfFirst()
            bytes.append(byte)
            depth &+= 1
            hasJustOpened = true
        case Ascii.comma:
            bytes.append(byte)
            breakLine()
        case Ascii.colon:
            bytes.append(byte)
            bytes.append(Ascii.space)
        default:
            breakLineIfFirst()
            bytes.append(byte)
            isInString = byte == Ascii.quote
        }
    }

    private mutating func breakLineIfFirst() {
        if hasJustOpened { breakLine() }
        hasJustOpened = false
    }

    private mutating func breakLine() {
        bytes.append(Ascii.lineFeed)
        let width = 2 * min(depth, JSONLimits.depthMax)
        bytes.append(contentsOf: repeatElement(Ascii.space, count: width))
    }
}
