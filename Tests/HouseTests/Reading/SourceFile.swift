/// A Swift source, with what the rules ask about it worked out once.
struct SourceFile {
    /// From the top of the repository.
    let path: String
    /// As written, line by line.
    let lines: [Substring]
    /// The same lines with comments and the contents of strings blanked out.
    let codeLines: [String]
    /// Its declarations and bodies.
    let outline: Outline

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let code = CodeScanner.code(of: text)
        codeLines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        outline = Outline(code: code)
    }

    /// The last part of the path, without `.swift`.
    var stem: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
    }

    /// The folder below `Sources` or `Tests`, which is the target.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// How many lines it has; the line break at its end opens no other.
    var lineCount: Int { lines.last == "" ? lines.count - 1 : lines.count }

    /// True for what is built into the programs.
    var isProduct: Bool { path.hasPrefix("Sources/") }

    /// True when a line of code holds the word with no letter, digit or `_` at either side.
    static func line(_ line: String, holdsWord word: String) -> Bool {
        var rest = Substring(line)
        while let range = rest.firstRange(of: word) {
            let before = rest[..<range.lowerBound].last ?? rest.base[..<rest.startIndex].last
            let after = rest[range.upperBound...].first
            if !isWordPart(before) && !isWordPart(after) { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }

    private static func isWordPart(_ character: Character?) -> Bool {
        guard let character else { return false }
        return character.isLetter || character.isNumber || character == "_"
    }
}
