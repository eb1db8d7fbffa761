/// Walks through a TOML text from key to key, counting lines; values are only stepped over.
struct KeyScanner {
    /// Where each key and each element of a list was first seen.
    private(set) var lines: [SettingPath: Int] = [:]
    private(set) var zeroEscapes: [Int] = []

    private var text: TOMLCursor
    /// How many tables each `[[list]]` has so far.
    private var counts: [SettingPath: Int] = [:]
    private static let nestingMax = 300

    init(_ text: String) {
        self.text = TOMLCursor(text)
    }

    /// Walks through the whole text.
    mutating func scan() {
        var table = SettingPath.root
        text.skipBlanks()
        while !text.isAtEnd {
            let before = text.position
            if text.peek == UInt8(ascii: "[") {
                table = header()
            } else {
                keyAndValue(in: table, depth: 0)
            }
            text.skipBlanks()
            // A text that is no TOML must not hold the walk up.
            if text.position == before { text.step() }
        }
        zeroEscapes = text.zeroEscapes
    }

    /// `[a.b]` or `[[a.b]]`: the path that the keys below belong to.
    private mutating func header() -> SettingPath {
        let line = text.line
        text.step()
        let isList = text.take(UInt8(ascii: "["))
        let keys = keys()
        _ = text.take(UInt8(ascii: "]"))
        if isList { _ = text.take(UInt8(ascii: "]")) }
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

    private mutating func keyAndValue(in table: SettingPath, depth: Int) {
        let line = text.line
        var path = table
        for key in keys() {
            path = path.key(key)
            note(path, line)
        }
        text.skipSpaces()
        guard text.take(UInt8(ascii: "=")) else { return }
        text.skipSpaces()
        value(at: path, depth: depth)
    }

    /// Keys with points between them.
    private mutating func keys() -> [String] {
        var keys: [String] = []
        repeat {
            text.skipSpaces()
            keys.append(text.key())
            text.skipSpaces()
        } while text.take(UInt8(ascii: "."))
        return keys
    }

    private mutating func value(at path: SettingPath, depth: Int) {
        guard depth < Self.nestingMax else { return }
        switch text.peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): text.skipString()
        case UInt8(ascii: "["): list(at: path, depth: depth + 1)
        case UInt8(ascii: "{"): inlineTable(at: path, depth: depth + 1)
        default: text.skipPlainValue()
        }
    }

    private mutating func list(at path: SettingPath, depth: Int) {
        text.step()
        var index = 0
        text.skipBlanks()
        while !text.isAtEnd, !text.take(UInt8(ascii: "]")) {
            let before = text.position
            let element = path.element(index)
            note(element, text.line)
            value(at: element, depth: depth)
            text.skipBlanks()
            if text.take(UInt8(ascii: ",")) { index += 1 }
            text.skipBlanks()
            if text.position == before { text.step() }
        }
    }

    private mutating func inlineTable(at path: SettingPath, depth: Int) {
        text.step()
        text.skipBlanks()
        while !text.isAtEnd, !text.take(UInt8(ascii: "}")) {
            let before = text.position
            keyAndValue(in: path, depth: depth)
            text.skipBlanks()
            _ = text.take(UInt8(ascii: ","))
            text.skipBlanks()
            if text.position == before { text.step() }
        }
    }

    private mutating func note(_ path: SettingPath, _ line: Int) {
        if lines[path] == nil { lines[path] = line }
    }
}
