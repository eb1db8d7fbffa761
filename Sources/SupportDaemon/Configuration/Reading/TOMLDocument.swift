import SupportTOML

/// Takes a TOML text apart. No key takes a date or a time, so a text that holds one is refused.
enum TOMLDocument {
    /// Hands out the root table, and in the end has every key named that nobody asked for; throws
    /// where the text is no TOML. `manual` shows people how such a file is written.
    static func read(
        _ text: String, from file: String, manual: String, _ body: (inout TableReader) -> Void
    ) throws(ConfigurationProblem) -> FileReading {
        let root: TOMLTable
        do throws(TOMLFault) {
            root = try TOMLReader.read(Array(text.utf8), takingMoments: false)
        } catch {
            throw ConfigurationProblem(
                file: file, line: error.position.line, problem: "it is not TOML: \(error.problem)",
                hint: "\(manual) shows how it is written")
        }
        let reading = FileReading(file: file)
        var table = TableReader(table: root, path: .root, line: nil, reading: reading)
        body(&table)
        table.end()
        return reading
    }
}
