import SupportModel
import SupportTOML

/// Short commands of a user's own.
enum Alias {
    /// What is wrong with the name of an alias; nil where nothing is.
    static func problem(ofName name: String) -> String? {
        guard !nouns.contains(name) else {
            return "\(name) is a command of supportc; choose another name"
        }
        let isWord = name.utf8.allSatisfy { TOMLKey.isBare($0) }
        return isWord && !name.isEmpty && name.first != "-"
            ? nil : "is not a word; write letters, digits, - and _"
    }

    /// The words of an alias, from a text as a shell cuts it or from a list; nil for neither.
    static func words(of value: TOMLValue) -> [String]? {
        let words: [String]?
        if let list = value.list {
            let texts = list.compactMap(\.text)
            words = texts.count == list.count ? texts : nil
        } else {
            words = value.text.flatMap(ShellWords.cut)
        }
        guard let words, !words.isEmpty, words.allSatisfy(PrintableText.isLines) else { return nil }
        return words
    }

    /// What is wrong with the words of an alias; nil where they begin with a command.
    static func problem(of words: [String], settingsAliases: [String]) -> String? {
        guard let place = CommandWords.place(in: words) else {
            return "has no command; write one such as \"ticket list --all\""
        }
        let noun = words[place]
        if nouns.contains(noun) { return nil }
        if settingsAliases.contains(noun) {
            return "\(noun) is an alias itself; write what it stands for"
        }
        let guess = NearestWord.to(noun, among: nouns).map { "; did you mean \($0)?" } ?? ""
        return "there is no command `\(noun)`\(guess)"
    }

    private static let nouns =
        ["help"] + RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
}

/// Cuts a text into words as a shell does: at blanks, with quotes and backslashes, nothing else.
enum ShellWords {
    /// The words; nil where a quote is not closed or a backslash ends the text.
    static func cut(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = Substring(text)
        while let character = rest.popFirst() {
            switch (character, quote) {
            case (_, let open?) where character == open: quote = nil
            case ("\\", nil), ("\\", "\""?):
                guard let next = rest.popFirst() else { return nil }
                word = (word ?? "") + String(next)
            case ("\"", nil), ("'", nil):
                quote = character
                word = word ?? ""
            case (let blank, nil) where blank.isWhitespace:
                if let ended = word { words.append(ended) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { return nil }
        return words + (word.map { [$0] } ?? [])
    }
}
