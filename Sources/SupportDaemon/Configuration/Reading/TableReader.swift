import SupportModel
import TOMLKit

/// One table of a file: hands out its values by key, and in the end names the keys nobody asked for.
struct TableReader {
    private let table: TOMLTable
    private let path: SettingPath
    private let reading: FileReading
    private var known: [String] = []

    init(table: TOMLTable, path: SettingPath, reading: FileReading) {
        self.table = table
        self.path = path
        self.reading = reading
    }

    /// Sets the value if the key is there and right.
    mutating func read<Value>(
        _ key: String, _ setting: Setting<Value>, into value: inout Value
    ) {
        if let read = optional(key, setting) { value = read }
    }

    /// The value of a key that may be missing; nil when it is, or is wrong.
    mutating func optional<Value>(_ key: String, _ setting: Setting<Value>) -> Value? {
        known.append(key)
        guard let node = table[key] else { return nil }
        let place = path.key(key)
        reading.note(place)
        do throws(Misfit) {
            let value = try setting.read(node)
            for index in 0..<(node.array?.count ?? 0) { reading.note(place.element(index)) }
            return value
        } catch {
            let exact = error.element.map { place.element($0) } ?? place
            reading.report(exact, error.problem, setting.wanted)
            return nil
        }
    }

    /// The value of a key that may not be missing; nil when it is nevertheless, or is wrong.
    mutating func required<Value>(_ key: String, _ setting: Setting<Value>) -> Value? {
        let value = optional(key, setting)
        if table[key] == nil { reading.report(path.key(key), "it is missing", setting.wanted) }
        return value
    }

    /// Reads a table inside this one, if it is there.
    mutating func table(_ key: String, _ read: (inout TableReader) -> Void) {
        known.append(key)
        guard let node = table[key] else { return }
        let place = path.key(key)
        guard let inner = node.table else {
            reading.report(place, Misfit.type(node).problem, "write it as a table: [\(place.text)]")
            return
        }
        var reader = TableReader(table: inner, path: place, reading: reading)
        read(&reader)
        reader.end()
    }

    /// Whether the table has a key, right or wrong.
    func holds(_ key: String) -> Bool { table[key] != nil }

    /// Where the table stands, and the keys that were asked for so far.
    var place: TablePlace {
        let lines = known.filter(holds).compactMap { key in
            reading.line(of: path.key(key)).map { (key, $0) }
        }
        return TablePlace(
            path: path.text, line: reading.line(of: path) ?? 1,
            keyLines: Dictionary(lines, uniquingKeysWith: { first, _ in first }))
    }

    /// Notes what is wrong with a key by what other keys of the table say.
    func report(_ key: String, _ problem: String, _ hint: String) {
        reading.report(path.key(key), problem, hint)
    }

    /// Reads a list of tables, nil for each that is wrong; nil when the list itself is missing.
    mutating func tables<Value>(
        _ key: String, most: Int = ConfigurationLimits.catalogueCountMax,
        _ read: (inout TableReader) -> Value?
    ) -> [Value?]? {
        known.append(key)
        guard let node = table[key] else { return nil }
        let place = path.key(key)
        let hint = "write 1 to \(most) tables, each under [[\(place.tableName)]]"
        guard let list = node.array else {
            reading.report(place, Misfit.type(node).problem, hint)
            return nil
        }
        guard (1...most).contains(list.count) else {
            reading.report(place, "it holds \(list.count)", hint)
            return nil
        }
        return (0..<list.count).map { index in
            element(list[index], place.element(index), hint, read)
        }
    }

    /// Names every element of a list of tables whose level stands earlier in it too.
    func noLevelTwice(_ levels: [Level?], in list: String) {
        for (index, level) in levels.enumerated() {
            guard let level, let earlier = levels[..<index].firstIndex(of: level) else { continue }
            let place = path.key(list)
            reading.report(
                place.element(index).key("level"),
                "\(level.rawValue) is the level of \(place.element(earlier).text) already",
                "give each level once")
        }
    }

    /// Names the levels that a list of tables leaves out, unless some of its tables are wrong: they
    /// may be meant for them.
    func everyLevel(_ levels: [Level?], in list: String) {
        let missing = Level.allCases.filter { !levels.contains($0) }.map { "\($0.rawValue)" }
        guard !missing.isEmpty, !levels.contains(nil) else { return }
        let place = path.key(list)
        reading.report(
            place,
            "it leaves out \(missing.count == 1 ? "level" : "levels") "
                + missing.joined(separator: ", "),
            "write all four, each under [[\(place.text)]], or none")
    }

    /// Names every element of a list of tables whose name stands earlier in it too.
    func noDuplicates(_ names: [String?], in list: String) {
        var first: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            guard let name else { continue }
            guard let earlier = first[name] else {
                first[name] = index
                continue
            }
            let place = path.key(list)
            reading.report(
                place.element(index).key("name"),
                "\"\(name)\" is the name of \(place.element(earlier).text) already",
                "give it another name")
        }
    }

    /// Names the keys that nobody asked for.
    func end() {
        for key in table.keys.sorted() where !known.contains(key) {
            let hint = NearestWord.to(key, among: known).map { "did you mean \($0)?" }
            let all = "the keys here are \(known.joined(separator: ", "))"
            reading.report(path.key(key), "there is no such key", hint ?? all)
        }
    }

    private func element<Value>(
        _ node: any TOMLValueConvertible, _ place: SettingPath, _ hint: String,
        _ read: (inout TableReader) -> Value?
    ) -> Value? {
        guard let inner = node.table else {
            reading.report(place, Misfit.type(node).problem, hint)
            return nil
        }
        var reader = TableReader(table: inner, path: place, reading: reading)
        let value = read(&reader)
        reader.end()
        return value
    }
}
