/// What the protocol's page owes to the words that programs read: errors, their figures, the words of
/// enumerations, and the members of requests and answers.
enum ProtocolRules {
    /// Words of errors that no entry of the page's list of errors has.
    ///
    /// A word that ends or begins with the kind of a thing, such as `unknown-ticket`, is documented
    /// by one entry for each kind, or by its fixed part together with a list of all kinds.
    static func everyErrorIsDocumented(_ files: [SourceFile], kinds: [String], page: String)
        -> [Finding]
    {
        let section = section("WORDS OF ERRORS", of: page)
        let entries = Set(lines(of: section).filter { $0.hasPrefix(".It Er") }.flatMap(words))
        let documented = Set(words(section))
        return matches(of: errorWord, in: files).flatMap { match -> [Finding] in
            var missing = [match.text].filter { !entries.contains($0) }
            if let hole = match.text.firstRange(of: /\\\(.*\)/) {
                let (before, after) = (
                    match.text[..<hole.lowerBound], match.text[hole.upperBound...]
                )
                let isListed = documented.isSuperset(of: kinds + [String(before + after)])
                missing = isListed ? [] : kinds.map { before + $0 + after }
                missing = missing.filter { !entries.contains($0) }
            }
            return missing.map {
                Finding(
                    match.path, match.line,
                    "man/supportd-protocol.7 does not document the error `\($0)`: add `.It Er \($0)`"
                )
            }
        }
    }

    /// Figures of errors that no sentence of the page that begins with `Figures:` names.
    static func everyFigureIsDocumented(_ files: [SourceFile], page: String) -> [Finding] {
        let documented = Set(
            section("WORDS OF ERRORS", of: page).split(separator: "Figures: ").dropFirst()
                .flatMap { words(String($0.prefix { $0 != "." })) })
        return matches(of: /\u{22}([a-z_]+)\u{22}:\s/, in: files).filter {
            !documented.contains($0.text)
        }
        .map {
            Finding(
                $0.path, $0.line,
                "man/supportd-protocol.7 does not document the figure `\($0.text)` of an error")
        }
    }

    /// Codes of findings, and names of their figures, that the page's list of findings has not.
    static func everyFindingIsDocumented(_ files: [SourceFile], page: String) -> [Finding] {
        let documented = Set(words(section("FINDINGS", of: page)))
        let codes = matches(of: /\u{22}([a-z]+(?:-[a-z]+)+)\u{22}/, in: files)
        let figures = matches(of: /\u{22}([a-z_]+)\u{22}(?:\]\s=|:\s)/, in: files)
        return (codes + figures).filter { !documented.contains($0.text) }.map {
            Finding(
                $0.path, $0.line,
                "man/supportd-protocol.7 does not document `\($0.text)` of a finding")
        }
    }

    /// Words of enumerations that members of requests and answers have, and the page has not.
    static func everyWordIsDocumented(
        _ model: [SourceFile], usedBy wire: [SourceFile], page: String
    ) -> [Finding] {
        let documented = Set(words(page))
        let types = Set(
            wire.flatMap(\.lines).filter { $0.contains("package var ") }
                .flatMap { words(String($0.drop { $0 != ":" })) })
        return (model + wire).flatMap { file in
            cases(in: file).filter { types.contains($0.type) && !documented.contains($0.word) }.map
            {
                Finding(
                    file.path, $0.line,
                    "man/supportd-protocol.7 does not document the word `\($0.word)` (\($0.type))")
            }
        }
    }

    /// Members of requests and answers that the page leaves out: those of a request and of its own
    /// answer in the entry of its method, all others anywhere.
    static func everyMemberIsDocumented(
        _ wire: [SourceFile], model: [SourceFile] = [], page: String
    ) -> [Finding] {
        let entries = methods(in: wire).mapValues {
            (method: $0, words: Set(words(entry($0, of: page))))
        }
        let (everywhere, shown) = (Set(words(page)), shownTypes(in: wire))
        return wire.flatMap { missing(in: $0, entries) { _ in everywhere } }
            + model.flatMap { file in
                // Of the model, commands that are requests too, and values that answers show.
                missing(in: file, entries) { shown.contains($0) ? everywhere : nil }
            }
    }

    /// The types of the members of requests and answers; what a number or a name stands for is none.
    private static func shownTypes(in wire: [SourceFile]) -> Set<String> {
        let members = wire.flatMap(\.lines).filter { $0.contains("package var ") }
        return Set(
            members.flatMap {
                words(String($0.drop { $0 != ":" }.replacing(/(Identifier|Name)<\w+>/, with: "")))
            })
    }

    /// The names of all methods, each with its place.
    static func methodNames(
        in files: [SourceFile]
    ) -> [(path: String, line: Int, text: String)] {
        matches(of: methodName, in: files)
    }

    /// The method of each type that is a request, wherever its members stand.
    private static func methods(in files: [SourceFile]) -> [String: String] {
        var methods: [String: String] = [:]
        for file in files {
            for type in types(in: file) {
                let lines = file.lines[type.lines]
                let name = lines.lazy.compactMap { $0.firstMatch(of: methodName)?.1 }.first
                if let name { methods[type.name] = String(name) }
            }
        }
        return methods
    }

    /// - Parameters:
    ///   - entries: the method of each request, with the words of its entry.
    ///   - documented: the words that document a type without a method; nil: it need not be.
    private static func missing(
        in file: SourceFile, _ entries: [String: (method: String, words: Set<String>)],
        documented: (String) -> Set<String>?
    ) -> [Finding] {
        types(in: file).flatMap { type -> [Finding] in
            let entry = entries[type.name]
            guard let words = entry?.words ?? documented(type.name) else { return [] }
            return members(of: type.lines, in: file).filter { !words.contains($0.name) }.map {
                Finding(
                    file.path, $0.line,
                    "man/supportd-protocol.7 does not document the member `\($0.name)`"
                        + (entry.map { " of \($0.method)" } ?? ""))
            }
        }
    }

    /// The members of a type as the wire names them, each with its line.
    private static func members(
        of lines: Range<Int>, in file: SourceFile
    ) -> [(name: String, line: Int)] {
        let renamed = lines.compactMap { file.lines[$0].firstMatch(of: codingKey) }
        return lines.compactMap { index in
            guard let name = file.lines[index].firstMatch(of: member)?.1 else { return nil }
            let other = renamed.first { $0.1 == name }?.2
            return (other.map(String.init) ?? snakeCase(String(name)), index + 1)
        }
    }

    /// The lines of each type of a file, from its head to the head of the next one.
    private static func types(in file: SourceFile) -> [(name: String, lines: Range<Int>)] {
        let heads = file.outline.declarations.filter {
            $0.typeDepth == 0 && Declaration.typeKeywords.contains($0.keyword)
        }
        let ends = heads.dropFirst().map { $0.line - 1 } + [file.lines.count]
        return zip(heads, ends).map { ($0.name, ($0.line - 1)..<$1) }
    }

    /// Types of events that the page's list of what is streamed leaves out.
    static func everyEventIsDocumented(_ model: [SourceFile], page: String) -> [Finding] {
        let documented = Set(
            section("WATCHING", of: page).split { " ,\n".contains($0) }.map(String.init))
        let type = /static let type = \u{22}([a-z.-]+)\u{22}/
        return matches(of: type, in: model).filter { !documented.contains($0.text) }.map {
            Finding(
                $0.path, $0.line, "man/supportd-protocol.7 does not list the event `\($0.text)`")
        }
    }

    /// The raw values of an enumeration of the model, such as `Subject`.
    static func words(of type: String, in files: [SourceFile]) -> [String] {
        files.flatMap(cases).filter { $0.type == type }.map(\.word)
    }

    // A quotation mark is written as \u{22}: the reader of sources here knows no regular expressions.
    private static var errorWord: Regex<(Substring, Substring)> {
        /\.(?:refused|usage|notFound|conflict|timedOut|notPermitted|cannotStore), \u{22}([^\u{22}]+)\u{22}/
    }

    /// The name in `static let method = Method<Reply>.read("noun.verb", .quick)`.
    private static var methodName: Regex<(Substring, Substring)> {
        /static let method = (?:Method<.+>\.[a-z]+\()?\u{22}([a-z.]+)\u{22}/
    }

    /// A member that the wire names otherwise: `case isWarning = "warning"`.
    private static var codingKey: Regex<(Substring, Substring, Substring)> {
        /^ +case ([A-Za-z]+) = \u{22}([a-z_]+)\u{22}$/
    }

    // Computed properties, which open a brace, are no members on the wire.
    private static var member: Regex<(Substring, Substring)> {
        /package var ([A-Za-z]+): [^\u{7B}]*$/
    }

    /// The entry of a method: up to the next one.
    private static func entry(_ method: String, of page: String) -> String {
        guard let start = page.firstRange(of: ".It Ic \(method)\n") else { return "" }
        let rest = page[start.upperBound...]
        let end = [".It Ic ", ".El\n"].compactMap { rest.firstRange(of: "\n\($0)")?.lowerBound }
            .min()
        return String(rest[..<(end ?? rest.endIndex)])
    }

    /// `lineBytesMax` as the wire writes it, `line_bytes_max`.
    private static func snakeCase(_ name: String) -> String {
        name.reduce(into: "") { text, letter in
            text += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
        }
    }

    /// The words of enumerations with texts, each with its line.
    private static func cases(
        in file: SourceFile
    ) -> [(type: String, word: String, line: Int)] {
        var found: [(type: String, word: String, line: Int)] = []
        var type: (name: String, indent: Int)?
        for (index, line) in file.lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            if let head = line.firstMatch(of: /enum (\w+): String/) {
                type = (String(head.1), indent)
            } else if let open = type, indent <= open.indent, line.contains("}") {
                type = nil
            } else if let open = type, let list = line.firstMatch(of: /^ +case ([a-zA-Z].*)$/) {
                for part in list.1.split(separator: ",") {
                    let raw = part.firstMatch(of: /\u{22}([^\u{22}]+)\u{22}/).map { String($0.1) }
                    let name = part.filter { !$0.isWhitespace }.prefix { $0 != "=" }
                    found.append((open.name, raw ?? String(name), index + 1))
                }
            }
        }
        return found
    }

    private static func matches(
        of pattern: Regex<(Substring, Substring)>, in files: [SourceFile]
    ) -> [(path: String, line: Int, text: String)] {
        files.flatMap { file in
            file.lines.enumerated().flatMap { index, line in
                line.matches(of: pattern).map { (file.path, index + 1, String($0.1)) }
            }
        }
    }

    /// A section of a page, without its heading.
    private static func section(_ name: String, of page: String) -> String {
        guard let start = page.firstRange(of: ".Sh \(name)\n") else { return "" }
        let rest = page[start.upperBound...]
        return String(rest[..<(rest.firstRange(of: "\n.Sh ")?.lowerBound ?? rest.endIndex)])
    }

    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n").map(String.init)
    }

    /// Runs of letters, digits, `_` and `-`; the escapes that protect dots and dashes taken out.
    private static func words(_ text: String) -> [String] {
        text.replacing("\\&", with: "").replacing("\\-", with: "-")
            .split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }.map(String.init)
    }
}
