/// Walks through a TOML text from key to key, counting lines; values are only stepped over.
///
/// It is also the gate before the library, which ends the process over some texts that are no TOML
/// (`[=`, `a = [}`, dates that are nearly right) and over keys of some thousand parts: what the walk does not understand, or nests
/// too deep, never gets there.
struct KeyScanner {
    /// Where each key and each element of a list was first seen.
    private(set) var lines: [SettingPath: Int] = [:]
    /// The lines on which a text holds an escaped zero character.
    var zeroEscapes: [Int] { text.zeroEscapes }

    private var text: TOMLCursor
    /// How many tables each `[[list]]` has so far.
    private var counts: [SettingPath: Int] = [:]

    init(_ text: String) {
        self.text = TOMLCursor(text)
    }

    /// Walks through the whole text.
    mutating func scan() throws(TOMLFault) {
        var table = SettingPath.root
        text.skipBlanks()
        while !text.isAtEnd {
            if text.peek == UInt8(ascii: "[") {
                table = try header()
            } else {
                try keyAndValue(in: table, depth: 0)
            }
            try text.endLine()
            text.skipBlanks()
        }
    }

    /// `[a.b]` or `[[a.b]]`: the path that the keys below belong to.
    private mutating func header() throws(TOMLFault) -> SettingPath {
        let line = text.line
        try text.expect("[")
        let isList = text.take("[")
        let keys = try keys()
        try text.expect("]")
        if isList { try text.expect("]") }
        var path = SettingPath.root
        for (place, key) in keys.enumerated() {
            path = path.key(key)
            note(path, line)
            let isLast = place == keys.count - 1
            if isLast && isList { counts[path, default: 0] += 1 }
            if !isLast || isList, let count = counts[path] {
                path = path.element(count - 1)
                note(path, line)
            }
        }
        return path
    }

    private mutating func keyAndValue(in table: SettingPath, depth: Int) throws(TOMLFault) {
        let line = text.line
        var path = table
        for key in try keys() {
            path = path.key(key)
            note(path, line)
        }
        try text.expect("=")
        text.skipSpaces()
        try value(at: path, depth: depth)
    }

    /// Keys with points between them, and the spaces around them.
    private mutating func keys() throws(TOMLFault) -> [String] {
        var keys: [String] = []
        repeat {
            text.skipSpaces()
            keys.append(try text.key())
            text.skipSpaces()
            guard keys.count <= ConfigurationLimits.keyPartsMax else {
                throw text.fault(
                    "a key has more than \(ConfigurationLimits.keyPartsMax) parts")
            }
        } while text.take(".")
        return keys
    }

    private mutating func value(at path: SettingPath, depth: Int) throws(TOMLFault) {
        guard depth <= ConfigurationLimits.nestingMax else {
            throw text.fault("lists nest deeper than \(ConfigurationLimits.nestingMax)")
        }
        switch text.peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try text.skipString()
        case UInt8(ascii: "["): try list(at: path, depth: depth + 1)
        case UInt8(ascii: "{"): try inlineTable(at: path, depth: depth + 1)
        default: try text.skipPlainValue()
        }
    }

    private mutating func list(at path: SettingPath, depth: Int) throws(TOMLFault) {
        try text.expect("[")
        var index = 0
        text.skipBlanks()
        while !text.take("]") {
            let element = path.element(index)
            note(element, text.line)
            try value(at: element, depth: depth)
            text.skipBlanks()
            if text.peek != UInt8(ascii: "]") { try text.expect(",") }
            text.skipBlanks()
            index += 1
        }
    }

    private mutating func inlineTable(at path: SettingPath, depth: Int) throws(TOMLFault) {
        try text.expect("{")
        text.skipSpaces()
        while !text.take("}") {
            try keyAndValue(in: path, depth: depth)
            text.skipSpaces()
            if text.peek != UInt8(ascii: "}") { try text.expect(",") }
            text.skipSpaces()
        }
    }

    private mutating func note(_ path: SettingPath, _ line: Int) {
        if lines[path] == nil { lines[path] = line }
    }
}
