import SupportModel
import SupportTOML

/// One table of a file: hands out its values by key, and in the end names the keys nobody asked for.
struct TableReader {
    private let table: TOMLTable
    private let path: SettingPath
    /// Where the table itself begins, 1 for the first line; nil for the root.
    private let line: Int?
    private let reading: FileReading
    private var known: [String] = []

    init(table: TOMLTable, path: SettingPath, line: Int?, reading: FileReading) {
        (self.table, self.path, self.line, self.reading) = (table, path, line, reading)
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
        guard let entry = table[key] else { return nil }
        let place = path.key(key)
        let elements = entry.value.list ?? []
        reading.note(place, entry.key.line)
        if let zero = ([entry.value] + elements).first(where: \.holdsZero) {
            reading.reportZero(zero.position.line)
            return nil
        }
        do throws(Misfit) {
            let value = try setting.read(entry.value)
            for (index, element) in elements.enumerated() {
                reading.note(place.element(index), element.position.line)
            }
            return value
        } catch {
            let exact = error.element.map { place.element($0) } ?? place
            let line = error.element.map { elements[$0].position.line } ?? entry.key.line
            reading.report(exact, line, error.problem, setting.wanted)
            return nil
        }
    }

    /// The value of a key that may not be missing; nil when it is nevertheless, or is wrong.
    mutating func required<Value>(_ key: String, _ setting: Setting<Value>) -> Value? {
        let value = optional(key, setting)
        if table[key] == nil { report(key, "it is missing", setting.wanted) }
        return value
    }

    /// Reads a table inside this one, if it is there.
    mutating func table(_ key: String, _ read: (inout TableReader) -> Void) {
        known.append(key)
        guard let entry = table[key] else { return }
        let place = path.key(key)
        guard let inner = entry.value.table else {
            report(key, Misfit.type(entry.value).problem, "write it as a table: [\(place.text)]")
            return
        }
        var reader = TableReader(
            table: inner, path: place, line: entry.key.line, reading: reading)
        read(&reader)
        reader.end()
    }

    /// Whether the table has a key, right or wrong.
    func holds(_ key: String) -> Bool { table[key] != nil }

    /// Where the table stands, and the keys that were asked for so far.
    var place: TablePlace {
        let lines = known.compactMap { key in table[key].map { (key, $0.key.line) } }
        return TablePlace(
            path: path.text, line: line ?? 1,
            keyLines: Dictionary(lines, uniquingKeysWith: { first, _ in first }))
    }

    /// Notes what is wrong with a key by what other keys of the table say.
    func report(_ key: String, _ problem: String, _ hint: String) {
        reading.report(path.key(key), table[key]?.key.line ?? line, problem, hint)
    }

    /// Reads a list of tables, nil for each that is wrong; nil when the list itself is missing.
    mutating func tables<Value>(
        _ key: String, most: Int = ConfigurationLimits.catalogueCountMax,
        _ read: (inout TableReader) -> Value?
    ) -> [Value?]? {
        known.append(key)
        guard let value = table[key]?.value else { return nil }
        let place = path.key(key)
        let hint = "write 1 to \(most) tables, each under [[\(place.tableName)]]"
        guard let list = value.list else {
            report(key, Misfit.type(value).problem, hint)
            return nil
        }
        guard (1...most).contains(list.count) else {
            report(key, "it holds \(list.count)", hint)
            return nil
        }
        return list.enumerated().map { index, value in
            element(value, place.element(index), hint, read)
        }
    }

    /// Names every element of a list of tables whose level stands earlier in it too.
    func noLevelTwice(_ levels: [Level?], in list: String) {
        for (index, level) in levels.enumerated() {
            guard let level, let earlier = levels[..<index].firstIndex(of: level) else { continue }
            report(
                "level", of: index, in: list,
                "\(level.rawValue) is the level of \(path.key(list).element(earlier).text) already",
                "give each level once")
        }
    }

    /// Names the levels that a list of tables leaves out, unless some of its tables are wrong: they
    /// may be meant for them.
    func everyLevel(_ levels: [Level?], in list: String) {
        let missing = Level.allCases.filter { !levels.contains($0) }.map { "\($0.rawValue)" }
        guard !missing.isEmpty, !levels.contains(nil) else { return }
        report(
            list,
            "it leaves out \(missing.count == 1 ? "level" : "levels") "
                + missing.joined(separator: ", "),
            "write all four, each under [[\(path.key(list).text)]], or none")
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
            report(
                "name", of: index, in: list,
                "\"\(name)\" is the name of \(path.key(list).element(earlier).text) already",
                "give it another name")
        }
    }

    /// Names the keys that nobody asked for.
    func end() {
        for key in table.keys.sorted() where !known.contains(key) {
            let hint = NearestWord.to(key, among: known).map { "did you mean \($0)?" }
            let all = "the keys here are \(known.joined(separator: ", "))"
            report(key, "there is no such key", hint ?? all)
        }
    }

    /// Notes what is wrong with a key of one table of a list.
    private func report(
        _ key: String, of index: Int, in list: String, _ problem: String, _ hint: String
    ) {
        let table = table[list]?.value.list?[index].table
        reading.report(
            path.key(list).element(index).key(key), table?[key]?.key.line, problem, hint)
    }

    private func element<Value>(
        _ value: TOMLValue, _ place: SettingPath, _ hint: String,
        _ read: (inout TableReader) -> Value?
    ) -> Value? {
        let line = value.position.line
        guard let inner = value.table else {
            reading.report(place, line, Misfit.type(value).problem, hint)
            return nil
        }
        var reader = TableReader(table: inner, path: place, line: line, reading: reading)
        let value = read(&reader)
        reader.end()
        return value
    }
}
