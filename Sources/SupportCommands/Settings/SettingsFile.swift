import SupportModel
import SupportTOML
import SupportWire

/// Reads the client's configuration file, `config.toml`, and names all that is wrong with it.
struct SettingsFile {
    /// The longest file, in bytes: 64 KiB.
    static let bytesMax = 65_536

    private var settings = Settings()
    private var mistakes: [RowError] = []

    /// The settings of a file, or everything that is wrong with it at once.
    static func read(_ bytes: [UInt8], from path: String) throws(WireError) -> Settings {
        guard bytes.count <= bytesMax else {
            throw unusable(path, [mistake(1, nil, "it holds more than \(bytesMax) bytes")])
        }
        var file = SettingsFile()
        do throws(TOMLFault) {
            let table = try TOMLReader.read(bytes, takingMoments: false)
            for key in table.keys { file.take(key, table) }
        } catch {
            file.mistakes = [mistake(error.position.line, nil, "it is not TOML: \(error.problem)")]
        }
        guard file.mistakes.isEmpty else { throw unusable(path, file.mistakes) }
        return file.settings
    }

    /// The keys of the root.
    private static let keys = ["socket", "format", "zone", "pager", "aliases"]

    private mutating func take(_ key: String, _ root: TOMLTable) {
        guard let entry = root[key] else { return }
        switch key {
        case "socket": takeSocket(entry)
        case "format": takeFormat(entry)
        case "zone": takeZone(entry)
        case "pager":
            settings.pager = text(entry, key, "write a command in quotes, or \"\" for none")
        case "aliases":
            guard let table = entry.value.table else {
                return note(entry, key, "is not a table; write [aliases]")
            }
            for name in table.keys { takeAlias(name, table) }
        default:
            note(entry, key, "there is no such key\(Self.nearest(key, Self.keys))")
        }
    }

    private mutating func takeSocket(_ entry: TOMLTable.Entry) {
        let wanted = "write a path that begins with /, in quotes"
        guard let path = text(entry, "socket", wanted) else { return }
        guard path.hasPrefix("/") else {
            return note(entry, "socket", "\(TOMLKey.quoted(path)) does not begin with /; \(wanted)")
        }
        settings.socket = path
    }

    private mutating func takeFormat(_ entry: TOMLTable.Entry) {
        let known = OutputFormat.allCases.map(\.rawValue)
        guard let word = text(entry, "format", "write one of \(Words.list(known)), in quotes")
        else { return }
        guard let format = OutputFormat(rawValue: word) else {
            return note(
                entry, "format",
                "\(TOMLKey.quoted(word)) is not one of \(Words.list(known))"
                    + Self.nearest(word, known))
        }
        settings.format = format
    }

    private mutating func takeZone(_ entry: TOMLTable.Entry) {
        let wanted = "write one such as \"Europe/Berlin\""
        guard let name = text(entry, "zone", wanted) else { return }
        guard let zone = ZoneName(name) else {
            return note(entry, "zone", "\(TOMLKey.quoted(name)) is not a time zone; \(wanted)")
        }
        settings.zone = zone
    }

    /// The text of a value; nil where it is none, which is noted.
    private mutating func text(
        _ entry: TOMLTable.Entry, _ key: String, _ wanted: String
    ) -> String? {
        guard let text = entry.value.text, PrintableText.isOneLine(text) else {
            note(entry, key, "is not one line of text; \(wanted)")
            return nil
        }
        return text
    }

    private mutating func takeAlias(_ name: String, _ table: TOMLTable) {
        guard let entry = table[name] else { return }
        let key = "aliases.\(TOMLKey(name).shown)"
        if let problem = Alias.problem(ofName: name) { return note(entry, key, problem) }
        guard let words = Alias.words(of: entry.value) else {
            return note(entry, key, "is not a command; write one such as \"ticket list --all\"")
        }
        if let problem = Alias.problem(of: words, settingsAliases: table.keys) {
            return note(entry, key, problem)
        }
        settings.aliases[name] = words
    }

    private mutating func note(_ entry: TOMLTable.Entry, _ key: String, _ problem: String) {
        mistakes.append(Self.mistake(entry.key.line, key, problem))
    }

    private static func mistake(_ line: Int, _ key: String?, _ problem: String) -> RowError {
        RowError(line: line, column: key, error: "malformed-settings", message: problem)
    }

    /// `; did you mean socket?`, or nothing where no word is near.
    private static func nearest(_ word: String, _ known: [String]) -> String {
        NearestWord.to(word, among: known).map { "; did you mean \($0)?" } ?? ""
    }

    private static func unusable(_ path: String, _ mistakes: [RowError]) -> WireError {
        WireError(
            .usage, "malformed-settings",
            "\(path) has \(Words.count(mistakes.count, "mistake"))",
            hint: "mend the file, or set \(Settings.pathVariable) to nothing to do without it",
            errors: mistakes.sorted { $0.line < $1.line })
    }
}
