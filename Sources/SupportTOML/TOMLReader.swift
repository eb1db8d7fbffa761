/// Reads a text of TOML 1.0.0 into values, each with its place.
///
/// Any bytes give a table or a fault. How deep it recurses is bounded by the parts of a key and the
/// nesting of lists and inline tables, not by the text.
package struct TOMLReader {
    private var text: TOMLCursor
    private let takesMoments: Bool

    /// The root table of a text of at most `TOMLLimits.textBytesMax` bytes. Without
    /// `takingMoments`, dates and times are faults too.
    package static func read(
        _ bytes: [UInt8], takingMoments: Bool = true
    ) throws(TOMLFault) -> TOMLTable {
        guard bytes.count <= TOMLLimits.textBytesMax else {
            throw TOMLFault(
                TOMLPosition(line: 1, column: 1),
                "expected at most \(TOMLLimits.textBytesMax) bytes")
        }
        var reader = TOMLReader(text: try TOMLCursor(bytes), takesMoments: takingMoments)
        return try reader.document()
    }

    private mutating func document() throws(TOMLFault) -> TOMLTable {
        var tables = TOMLTables()
        try text.skipBlanks()
        while !text.isAtEnd {
            if text.peek == UInt8(ascii: "[") {
                try header(&tables)
            } else {
                try keyAndValue(&tables, depth: 0)
            }
            try text.endLine()
            try text.skipBlanks()
        }
        return tables.root
    }

    /// `[a.b]` or `[[a.b]]`.
    private mutating func header(_ tables: inout TOMLTables) throws(TOMLFault) {
        try text.expect("[")
        let isList = text.take("[")
        let path = try path()
        try text.expect("]")
        guard isList else { return try tables.open(path) }
        try text.expect("]")
        try tables.append(path)
    }

    private mutating func keyAndValue(
        _ tables: inout TOMLTables, depth: Int
    ) throws(TOMLFault) {
        let path = try path()
        try text.expect("=")
        text.skipSpaces()
        try tables.set(path, to: try value(depth: depth))
    }

    /// Keys with points between them, and the spaces around them.
    private mutating func path() throws(TOMLFault) -> [TOMLTables.Part] {
        var path: [TOMLTables.Part] = []
        repeat {
            text.skipSpaces()
            let position = text.position
            path.append(TOMLTables.Part(key: try text.key(), position: position))
            text.skipSpaces()
            guard path.count <= TOMLLimits.keyPartsMax else {
                throw TOMLFault(
                    position, "a key has more than \(TOMLLimits.keyPartsMax) parts")
            }
        } while text.take(".")
        return path
    }

    /// A value inside so many lists and inline tables.
    private mutating func value(depth: Int) throws(TOMLFault) -> TOMLValue {
        let position = text.position
        let content: TOMLValue.Content =
            switch text.peek {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): .text(try text.string())
            case UInt8(ascii: "["): .list(try list(depth: try deeper(depth)))
            case UInt8(ascii: "{"): .table(try inlineTable(depth: try deeper(depth)))
            default: try plainValue()
            }
        return TOMLValue(content, at: position)
    }

    private func deeper(_ depth: Int) throws(TOMLFault) -> Int {
        guard depth < TOMLLimits.nestingMax else {
            throw text.fault("lists nest deeper than \(TOMLLimits.nestingMax)")
        }
        return depth + 1
    }

    private mutating func list(depth: Int) throws(TOMLFault) -> [TOMLValue] {
        try text.expect("[")
        var values: [TOMLValue] = []
        try text.skipBlanks()
        while !text.take("]") {
            values.append(try value(depth: depth))
            try text.skipBlanks()
            if text.peek != UInt8(ascii: "]") { try text.expect(",") }
            try text.skipBlanks()
        }
        return values
    }

    private mutating func inlineTable(depth: Int) throws(TOMLFault) -> TOMLTable {
        try text.expect("{")
        var tables = TOMLTables()
        text.skipSpaces()
        var isEnded = text.take("}")
        while !isEnded {
            try keyAndValue(&tables, depth: depth)
            text.skipSpaces()
            isEnded = text.take("}")
            if !isEnded { try text.expect(",") }
        }
        return tables.root
    }

    private mutating func plainValue() throws(TOMLFault) -> TOMLValue.Content {
        let position = text.position
        do throws(TOMLPlainValue.Misreading) {
            let content = try TOMLPlainValue.read(text.plainValue())
            if case .moment = content, !takesMoments { throw .unknown }
            return content
        } catch {
            throw TOMLFault(position, error.problem)
        }
    }
}
