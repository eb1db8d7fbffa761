import TOMLKit

/// Takes a TOML text apart.
enum TOMLDocument {
    /// Hands out the root table, and in the end has every key named that nobody asked for; throws
    /// where the text is no TOML. `manual` shows people how such a file is written.
    static func read(
        _ text: String, from file: String, manual: String, _ body: (inout TableReader) -> Void
    ) throws(ConfigurationProblem) -> FileReading {
        let lines: KeyLines
        let root: TOMLTable
        do {
            // First, because it keeps from the library what the library does not survive.
            lines = try KeyLines(text: text)
            root = try TOMLTable(string: text)
        } catch {
            throw syntax(error, file, manual)
        }
        // The library never frees a document; emptying it gives back nearly all of its memory.
        defer { root.clear() }
        let reading = FileReading(file: file, lines: lines)
        for line in lines.zeroEscapes { reading.reportZero(line) }
        var table = TableReader(table: root, path: .root, reading: reading)
        body(&table)
        table.end()
        return reading
    }

    private static func syntax(
        _ error: any Error, _ file: String, _ manual: String
    ) -> ConfigurationProblem {
        let (line, why) =
            switch error {
            case let fault as TOMLFault: (Optional(fault.line), fault.problem)
            case let fault as TOMLParseError:
                (Optional(max(1, fault.source.begin.line)), fault.description)
            default: (Int?.none, "\(error)")
            }
        return ConfigurationProblem(
            file: file, line: line, problem: "it is not TOML: \(why)",
            hint: "\(manual) shows how it is written")
    }
}

/// Where a text breaks the rules of TOML, and what was expected there.
struct TOMLFault: Error, Hashable {
    /// 1 for the first.
    let line: Int
    /// `expected a key`.
    let problem: String
}

/// The line on which each key of a TOML text stands, and each element of its lists.
///
/// The library that reads the values does not say where it found them.
struct KeyLines {
    private let lines: [SettingPath: Int]
    /// The lines on which a text holds an escaped zero character.
    let zeroEscapes: [Int]

    /// Fails where the text is built otherwise than TOML is; what is wrong inside a text or a
    /// number is left to the library.
    init(text: String) throws(TOMLFault) {
        var scanner = KeyScanner(text)
        try scanner.scan()
        lines = scanner.lines
        zeroEscapes = scanner.zeroEscapes
    }

    /// The line of a key, 1 for the first; where the text does not have the key, that of the
    /// nearest table or list around it.
    func line(of path: SettingPath) -> Int? {
        var path: SettingPath? = path
        while let place = path {
            if let line = lines[place] { return line }
            path = place.around
        }
        return nil
    }
}
