/// What the manual pages owe to the configuration, the protocol and the commands.
enum ManualRules {
    /// Keys of a configuration, set or offered as `#key = value`, in order and each once.
    ///
    /// A quoted key is a value of the user's, such as a date, and no key of ours.
    static func keys(inConfiguration text: String) -> [(name: String, line: Int)] {
        var seen: Set<String> = []
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .compactMap { index, line in
                let line = line.first == "#" ? line.dropFirst() : line
                let key = line.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
                let rest = line[key.endIndex...].drop { $0 == " " }
                guard !key.isEmpty, rest.first == "=", seen.insert(String(key)).inserted else {
                    return nil
                }
                return (String(key), index + 1)
            }
    }

    static func everyKeyHasAnEntry(configuration: String, page: String) -> [Finding] {
        let entries = words(in: page, onLinesOf: [".It"])
        return keys(inConfiguration: configuration).filter { !entries.contains($0.name) }.map {
            Finding(
                "config/supportd.toml", $0.line,
                "man/supportd.toml.5 does not explain `\($0.name)`: add `.It Ic \($0.name)`")
        }
    }

    /// Methods of the protocol that its page leaves out.
    static func everyRequestIsDocumented(_ files: [SourceFile], page: String) -> [Finding] {
        let documented = words(in: page, onLinesOf: nil)
        return ProtocolRules.methodNames(in: files).filter {
            !documented.contains($0.text)
        }.map {
            Finding($0.path, $0.line, "man/supportd-protocol.7 does not document `\($0.text)`")
        }
    }

    /// Subcommands that the page of the program leaves out.
    static func everyCommandIsDocumented(_ files: [SourceFile], page: String) -> [Finding] {
        let documented = words(in: page, onLinesOf: [".It", ".Ss", ".Cm", ".Ic", ".Nm"])
        return commandNames(in: files).filter { !documented.contains($0.text) }.map {
            Finding($0.path, $0.line, "man/supportc.1 does not document the command `\($0.text)`")
        }
    }

    /// What `mandoc -T lint` says, other than that our pages are not installed here.
    static func complaints(ofLint output: String) -> [String] {
        output.split(separator: "\n").map(String.init).filter {
            !$0.contains("referenced manual not found")
        }
    }

    /// The words of a page, or of its lines that begin with one of the macros.
    private static func words(in page: String, onLinesOf macros: [String]?) -> Set<String> {
        var words: Set<String> = []
        for line in page.split(separator: "\n") where !line.hasPrefix(".\\\"") {
            let parts = line.split { " \t,;()\"".contains($0) }
            guard let first = parts.first, macros?.contains(String(first)) ?? true else { continue }
            words.formUnion(parts.map(plain))
        }
        return words
    }

    /// A word without the escapes that protect its dots and dashes.
    private static func plain(_ word: Substring) -> String {
        String(word).replacing("\\&", with: "").replacing("\\-", with: "-")
    }

    /// The names of all commands, each with its place: the text behind `commandName: `, or the first
    /// one behind `.verb(` or `.noun(`, which may stand on the next line.
    static func commandNames(
        in files: [SourceFile]
    ) -> [(path: String, line: Int, text: String)] {
        files.flatMap { file in
            file.lines.indices.compactMap { index in
                guard let opening = file.lines[index].firstMatch(of: opening)?.range else {
                    return nil
                }
                let next = index + 1 < file.lines.count ? file.lines[index + 1] : ""
                let rest = "\(file.lines[index][opening.upperBound...])\(next)"
                return rest.firstMatch(of: /^\s*\u{22}([^\u{22}]+)\u{22}/).map {
                    (file.path, index + 1, String($0.1))
                }
            }
        }
    }

    private static var opening: Regex<Substring> {
        /commandName: |CommandConfiguration\.(?:verb|noun)\(/
    }
}
