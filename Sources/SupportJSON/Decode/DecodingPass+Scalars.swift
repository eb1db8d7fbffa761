extension DecodingPass {
    /// True for `null`.
    @inline(__always)
    func isNull(at node: Int) -> Bool {
        document.tape[node].kind == .null
    }

    func bool(at node: Int) throws -> Bool {
        switch document.tape[node].kind {
        case .yes: true
        case .no: false
        default: throw mismatch(Bool.self, at: node, "expected true or false")
        }
    }

    func string(at node: Int) throws -> String {
        guard document.tape[node].kind == .string else {
            throw mismatch(String.self, at: node, "expected a string")
        }
        return document.text(at: node)
    }

    /// An integer of any width.
    @inline(__always)
    func integer<Number: FixedWidthInteger>(_ type: Number.Type, at node: Int) throws -> Number {
        let entry = document.tape[node]
        if entry.kind == .integer,
            let value = document.int64(at: node),
            let number = Number(exactly: value)
        {
            return number
        }
        return try rareInteger(type, at: node)
    }

    /// An unsigned number past `Int64`, or the error.
    private func rareInteger<Number: FixedWidthInteger>(
        _ type: Number.Type, at node: Int
    ) throws -> Number {
        let entry = document.tape[node]
        guard entry.kind == .integer || entry.kind == .number else {
            throw mismatch(type, at: node, "expected an integer")
        }
        if let number = Number(document.writtenText(at: node)) { return number }
        throw mismatch(type, at: node, "expected an integer from \(Number.min) to \(Number.max)")
    }

    /// A number with a fraction: the nearest that the type can hold.
    func real<Number: BinaryFloatingPoint & LosslessStringConvertible>(
        _ type: Number.Type, at node: Int
    ) throws -> Number {
        let entry = document.tape[node]
        guard entry.kind == .integer || entry.kind == .number else {
            throw mismatch(type, at: node, "expected a number")
        }
        guard let number = Number(document.writtenText(at: node)),
            number.isFinite
        else {
            let most = Number.greatestFiniteMagnitude
            throw mismatch(type, at: node, "expected a number from -\(most) to \(most)")
        }
        return number
    }

    /// Throws unless the value at that entry is an object.
    func requireObject(at node: Int) throws {
        guard document.tape[node].kind == .object else {
            throw mismatch([String: any Sendable].self, at: node, "expected an object")
        }
    }

    /// Throws unless the value at that entry is an array.
    func requireArray(at node: Int) throws {
        guard document.tape[node].kind == .array else {
            throw mismatch([any Sendable].self, at: node, "expected an array")
        }
    }

    private func mismatch(_ type: any Any.Type, at node: Int, _ expected: String) -> DecodingError {
        let path = JSONPath.keys(to: node, in: document)
        return .typeMismatch(type, .init(codingPath: path, debugDescription: expected))
    }
}
