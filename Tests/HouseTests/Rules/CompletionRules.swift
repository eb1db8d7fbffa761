/// What a shell can complete: every argument that names a thing of the desk's.
enum CompletionRules {
    /// Where a line says what is offered for each thing.
    static let table = "Sources/SupportCommands/Completion/Offered.swift"
    /// Things that have a number and nothing that a person would know them by.
    private static let nameless: Set = ["TimeEntry"]

    /// Arguments of `supportc` whose type names a thing without a shell being told.
    ///
    /// - Parameter offered: the table's text.
    static func thingsAreOffered(_ file: SourceFile, offered: String) -> [Finding] {
        guard file.target == "SupportCommands" else { return [] }
        return file.codeLines.indices.flatMap { index -> [Finding] in
            guard let type = argumentType(file.codeLines[index]) else { return [] }
            let attribute = attribute(above: index, file.codeLines)
            guard !attribute.isEmpty else { return [] }
            return things(in: type).compactMap { thing in
                objection(thing, attribute, offered).map { Finding(file.path, index + 1, $0) }
            }
        }
    }

    private static func objection(
        _ thing: String, _ attribute: String, _ offered: String
    ) -> String? {
        if !offered.contains("extension \(thing): Offered"), !nameless.contains(thing) {
            return "a shell offers nothing for \(thing): give it a line in \(table)"
        }
        let isPlain = attribute.contains("ArgumentHelp(") || attribute.contains("completion:")
        return isPlain && !nameless.contains(thing)
            ? "write @Argument(help:transform:) or @Option(_:value:_:), which tell a shell to "
                + "offer \(thing), or @Argument(new:transform:) for a new name"
            : nil
    }

    /// The type of a stored property; nil for another line.
    private static func argumentType(_ line: String) -> Substring? {
        let words = line.drop { $0 == " " }
        guard words.hasPrefix("var ") || words.hasPrefix(bare), !line.contains("{"),
            let colon = words.firstIndex(of: ":")
        else { return nil }
        return words[words.index(after: colon)...]
    }

    /// How an argument begins whose help follows from its type.
    private static let bare = "@Argument var "

    /// The attribute of an argument that ends just above a line, or stands on it; empty where there
    /// is none.
    private static func attribute(above index: Int, _ lines: [String]) -> String {
        if lines[index].drop(while: { $0 == " " }).hasPrefix(bare) { return bare }
        var taken: [String] = []
        for line in lines[..<index].reversed() {
            let words = line.drop { $0 == " " }
            guard !words.isEmpty else { return "" }
            taken.append(line)
            if words.hasPrefix("@Argument") || words.hasPrefix("@Option(") {
                return taken.joined(separator: "\n")
            }
            guard !words.hasPrefix("@"), !words.hasPrefix("var ") else { return "" }
        }
        return ""
    }

    /// `Client` in `Name<Client>?`, `ContractReference` in `ContractReference`.
    private static func things(in type: Substring) -> [String] {
        let words = type.split { !$0.isLetter }.map(String.init)
        let named = zip(words, words.dropFirst()).filter {
            $0.0 == "Name" || $0.0 == "Identifier"
        }.map(\.1)
        return named + words.filter { $0 == "ContractReference" || $0 == "Level" }
    }
}
