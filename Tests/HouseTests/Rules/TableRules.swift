/// What the tables of the client owe to the reader's window.
enum TableRules {
    /// The folder with what each table looks like at several widths.
    static let folder = "Tests/SupportCommandsTests/Golden/tables"

    /// Tables that no golden file shows.
    ///
    /// - Parameter paths: the files of the repository.
    static func everyTableHasAGoldenFile(_ files: [SourceFile], paths: [String]) -> [Finding] {
        let kept = Set(paths)
        return files.flatMap { file in
            let text = file.lines.joined(separator: "\n")
            let tables = text.matches(of: /\bTable\(\s*\u{22}(?<name>[^\u{22}]*)\u{22}/)
            return tables.compactMap { match -> Finding? in
                let name = String(match.output.name)
                let line = text[..<match.range.lowerBound].count { $0 == "\n" } + 1
                if kept.contains("\(folder)/\(name).txt") { return nil }
                return Finding(
                    file.path, line,
                    "no golden file shows the table `\(name)`: add it to `TableTests.commands`, "
                        + "with what the desk answers in \(folder)/\(name).json")
            }
        }
    }

    /// Golden files of tables that there are no more.
    static func everyGoldenFileHasATable(_ files: [SourceFile], paths: [String]) -> [Finding] {
        paths.filter { $0.hasPrefix("\(folder)/") }.filter { path in
            let name = path.dropFirst(folder.count + 1).prefix { $0 != "." }
            return !files.contains { file in file.lines.contains { $0.contains("\"\(name)\"") } }
        }.map { Finding($0, 0, "there is no such table: `git rm` it") }
    }
}
