/// Validates one JSON text strictly and writes its values on a tape, without copying any of them.
///
/// It follows RFC 8259 and refuses what other readers accept: duplicate members, lone surrogates,
/// invalid UTF-8, nesting beyond the limit, anything after the value. It does not recurse: the
/// entry of an open object or array stores the index of the container around it, so hostile nesting
/// takes memory in proportion to the text and no stack.
struct JSONScanner {
    /// The entries scanned so far.
    var tape = ContiguousArray<JSONNode>()
    /// The offset of the next byte.
    var position = 0
    /// The innermost open object or array; `nothingOpen` outside of all.
    private var open = Self.nothingOpen
    private var depth = 0
    private let depthMax: Int

    private static let nothingOpen = UInt32.max

    /// The tokens that may come next.
    private enum Expectation {
        case value
        case elementOrEnd
        case nameOrEnd
        case name
        case commaOrEnd
    }

    private init(depthMax: Int) {
        self.depthMax = depthMax
    }

    /// The tape of a whole text, with its root as entry 0.
    static func scan(
        _ bytes: Span<UInt8>,
        depthMax: Int = JSONLimits.depthMax,
        bytesMax: Int = JSONLimits.documentBytesMax
    ) throws(JSONFault) -> ContiguousArray<JSONNode> {
        let lengthMax = min(bytesMax, JSONLimits.documentBytesMax)
        guard bytes.count <= lengthMax else { throw JSONFault(.tooLong, at: lengthMax) }
        var scanner = Self(depthMax: depthMax)
        scanner.tape.reserveCapacity(min(bytes.count / 8 &+ 4, 256))
        try scanner.run(bytes)
        return scanner.tape
    }

    private mutating func run(_ bytes: Span<UInt8>) throws(JSONFault) {
        skipSpace(bytes)
        guard position < bytes.count else { throw JSONFault(.empty, at: position) }
        var expected = Expectation.value
        repeat {
            expected = try step(bytes, expected)
            skipSpace(bytes)
        } while open != Self.nothingOpen
        guard position == bytes.count else { throw JSONFault(.trailingBytes, at: position) }
    }

    @inline(__always)
    private mutating func step(
        _ bytes: Span<UInt8>, _ expected: Expectation
    ) throws(JSONFault) -> Expectation {
        guard position < bytes.count else { throw JSONFault(.unfinished, at: position) }
        let byte = bytes[position]
        switch expected {
        case .value:
            return try value(bytes, byte)
        case .elementOrEnd:
            return byte == Ascii.closeBracket ? try close(bytes, byte) : try value(bytes, byte)
        case .nameOrEnd:
            return byte == Ascii.closeBrace ? try close(bytes, byte) : try name(bytes, byte)
        case .name:
            return try name(bytes, byte)
        case .commaOrEnd:
            guard byte == Ascii.comma else { return try close(bytes, byte) }
            position &+= 1
            return tape[Int(open)].kind == .object ? .name : .value
        }
    }

    @inline(__always)
    private mutating func value(
        _ bytes: Span<UInt8>, _ byte: UInt8
    ) throws(JSONFault) -> Expectation {
        switch byte {
        case Ascii.quote:
            try string(bytes, as: .string)
        case Ascii.openBrace:
            try push(.object)
            return .nameOrEnd
        case Ascii.openBracket:
            try push(.array)
            return .elementOrEnd
        case Ascii.minus, Ascii.zero...Ascii.nine:
            try number(bytes)
        case UInt8(ascii: "t"):
            try word("true", bytes, as: .yes)
        case UInt8(ascii: "f"):
            try word("false", bytes, as: .no)
        case UInt8(ascii: "n"):
            try word("null", bytes, as: .null)
        default:
            throw JSONFault(.unexpectedByte, at: position)
        }
        return .commaOrEnd
    }

    /// Scans a member's name and the colon after it.
    @inline(__always)
    private mutating func name(
        _ bytes: Span<UInt8>, _ byte: UInt8
    ) throws(JSONFault) -> Expectation {
        guard byte == Ascii.quote else { throw JSONFault(.unexpectedByte, at: position) }
        try string(bytes, as: .name)
        skipSpace(bytes)
        guard position < bytes.count else { throw JSONFault(.unfinished, at: position) }
        guard bytes[position] == Ascii.colon else { throw JSONFault(.unexpectedByte, at: position) }
        position &+= 1
        return .value
    }

    private mutating func push(_ kind: JSONNode.Kind) throws(JSONFault) {
        guard depth < depthMax else { throw JSONFault(.tooDeep, at: position) }
        depth &+= 1
        let index = UInt32(truncatingIfNeeded: tape.count)
        tape.append(
            JSONNode(
                start: UInt32(truncatingIfNeeded: position), length: 0, next: open, kind: kind,
                isEscaped: false))
        open = index
        position &+= 1
    }

    private mutating func close(
        _ bytes: Span<UInt8>, _ byte: UInt8
    ) throws(JSONFault) -> Expectation {
        let index = Int(open)
        let isObject = tape[index].kind == .object
        guard byte == (isObject ? Ascii.closeBrace : Ascii.closeBracket) else {
            throw JSONFault(.unexpectedByte, at: position)
        }
        position &+= 1
        depth &-= 1
        open = tape[index].next
        tape[index].next = UInt32(truncatingIfNeeded: tape.count)
        tape[index].length = UInt32(truncatingIfNeeded: position) &- tape[index].start
        if isObject { try MemberNames.refuseDuplicates(tape, of: index, bytes) }
        return .commaOrEnd
    }

    /// Scans `true`, `false` or `null`.
    private mutating func word(
        _ word: StaticString, _ bytes: Span<UInt8>, as kind: JSONNode.Kind
    ) throws(JSONFault) {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count else { throw JSONFault(.unfinished, at: position) }
            guard bytes[position] == word.utf8Start[offset] else {
                throw JSONFault(.unexpectedByte, at: position)
            }
            position &+= 1
        }
        append(kind, from: start, isEscaped: false)
    }

    @inline(__always)
    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case Ascii.space, Ascii.lineFeed, Ascii.tab, Ascii.carriageReturn: position &+= 1
            default: return
            }
        }
    }

    /// Appends the entry of a value without members or elements that ends before the current
    /// position.
    @inline(__always)
    mutating func append(_ kind: JSONNode.Kind, from start: Int, isEscaped: Bool) {
        tape.append(
            JSONNode(
                start: UInt32(truncatingIfNeeded: start),
                length: UInt32(truncatingIfNeeded: position &- start),
                next: UInt32(truncatingIfNeeded: tape.count &+ 1), kind: kind, isEscaped: isEscaped)
        )
    }
}
