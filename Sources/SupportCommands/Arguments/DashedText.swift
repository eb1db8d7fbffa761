/// Arguments that begin with a dash and are no options, which the parser would read as bundled flags.
///
/// Such a text passes through the parser behind a mark that no text contains, so that it can be a
/// positional argument or the value of any option. What reads it removes the mark.
enum DashedText {
    /// The last code point for private use, which no keyboard and no font has.
    private static let mark = "\u{10FFFD}"

    /// The letters of the flags that may be bundled: `-qf`.
    private static let bundledLetters: Set<Character> = ["q", "f"]

    /// Options whose value is a person's own text: one that reads like a short option, such as `-q`,
    /// is a text after them.
    private static let options: Set = [
        "--note", "--body", "--subject", "--reason", "--name", "--project", "--text-present",
        "--text-absent", "--search",
    ]

    /// The arguments with a mark before each text that begins with a dash; those after `--` stay as
    /// they are.
    ///
    /// The parser's own strategy `.unconditional` would not do: the root command, which does not know
    /// the options of the others, would still read such a text as flags.
    static func marked(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        var marked: [String] = []
        for argument in arguments[..<end] {
            let isValue = marked.last.map(options.contains) ?? false
            let isText =
                isOption(argument) ? isValue && !argument.hasPrefix("--") : argument.first == "-"
            marked.append(isText && argument != "-" ? mark + argument : argument)
        }
        return marked + arguments[end...]
    }

    /// The text without its mark, or a sentence without any.
    static func unmarked(_ text: String) -> String {
        text.contains(mark) ? text.replacing(mark, with: "") : text
    }

    /// Whether an argument has the form of an option: `--level`, `--level=3`, `-h`, `-qf`.
    static func isOption(_ argument: String) -> Bool {
        if argument.hasPrefix("--") {
            let name = argument.dropFirst(2).prefix { $0 != "=" }
            return name.first.map(isLetter) ?? false
                && name.allSatisfy { isLetter($0) || $0 == "-" || ("0"..."9").contains($0) }
        }
        let letters = argument.dropFirst()
        guard argument.first == "-", let first = letters.first else { return false }
        return letters.count == 1 ? isLetter(first) : letters.allSatisfy(bundledLetters.contains)
    }

    private static func isLetter(_ character: Character) -> Bool {
        ("a"..."z").contains(character) || ("A"..."Z").contains(character)
    }
}
