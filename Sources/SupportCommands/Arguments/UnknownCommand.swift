import ArgumentParser
import SupportModel
import SupportWire

/// Finds the noun and the verb of a command line that the parser has refused, and what is wrong.
///
/// The parser itself names only the first missing argument, and of the others how many are left over.
struct UnknownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(version: RootCommand.configuration.version)

    @OptionGroup var general: GeneralOptions

    @OptionGroup var mutation: MutationArguments

    /// All that is left without the options that may stand before a noun.
    @Argument(parsing: .allUnrecognized) var words: [String] = []

    private static let helpFlags: Set = ["--help", "-h"]

    /// Whether help is requested. The parser gives it also for what does not exist: then that of the
    /// nearest noun that does, as if that had been meant.
    static func asksForHelp(_ arguments: [String]) -> Bool {
        arguments.first == "help"
            || arguments.prefix { $0 != "--" }.contains(where: helpFlags.contains)
    }

    /// The error for arguments that the parser refused; nil where the parser's own says it.
    static func error(in arguments: [String]) -> WireError? {
        guard let words = try? parse(arguments).words else { return nil }
        switch find(words) {
        case .unknown(let error): return error
        case .option: return nil
        case .found(let command, let path):
            guard command.configuration.subcommands.isEmpty, let grammar = CommandGrammar(command)
            else { return nil }
            return GivenArguments(arguments, grammar).mistake(after: path)?.error(of: path)
        }
    }

    /// The error for arguments that request help on a noun or verb which does not exist.
    static func unknown(in arguments: [String]) -> WireError? {
        let arguments = arguments.filter { !helpFlags.contains($0) }
        guard var words = try? parse(arguments).words else { return nil }
        if words.first == "help" { words.removeFirst() }
        if case .unknown(let error) = find(words) { return error }
        return nil
    }

    /// What the first words of a command line name.
    private enum Named {
        case found(any ParsableCommand.Type, path: [String])
        case unknown(WireError)
        /// An option stands before the noun or the verb.
        case option
    }

    private static func find(_ words: [String]) -> Named {
        var command: any ParsableCommand.Type = RootCommand.self
        var path: [String] = []
        for word in words {
            let known = command.configuration.subcommands
            if known.isEmpty { break }
            guard !DashedText.isOption(word), !(path.isEmpty && word == "help") else {
                return .option
            }
            guard let next = known.first(where: { $0.configuration.commandName == word }) else {
                let names = known.compactMap { $0.configuration.commandName }
                return .unknown(error(DashedText.unmarked(word), after: path, names))
            }
            command = next
            path.append(word)
        }
        return .found(command, path: path)
    }

    private static func error(
        _ word: String, after path: [String], _ names: [String]
    ) -> WireError {
        let quoted = { (last: String) in "`\((path + [last]).joined(separator: " "))`" }
        let nearest = NearestWord.to(word, among: names)
        let guess = nearest.map { "; did you mean \(quoted($0))?" } ?? ""
        return WireError(
            .usage, "usage", "there is no command \(quoted(word))\(guess)",
            hint: nearest == nil ? CommandMistake.help(path) : nil)
    }
}

/// What is wrong with the arguments of a command that exists.
enum CommandMistake {
    /// The command has no such option; the nearest that it has.
    case unknownOption(String, nearest: String?)
    /// The same where an argument could be missing, for which the word may stand.
    case dashedWord(String)
    /// More arguments than it takes.
    case unexpected([String])
    /// What has to be given and was not, all of it.
    case missing([String], example: String?)

    /// The error, after the words of the command.
    func error(of path: [String]) -> WireError {
        switch self {
        case .unknownOption(let name, let nearest):
            let guess = nearest.map { "; did you mean '\($0)'?" } ?? ""
            return Self.error(
                "unknown option '\(name)'\(guess)", hint: nearest == nil ? Self.help(path) : nil)
        case .dashedWord(let word):
            return Self.error(
                "unknown option '\(word)'", hint: "put -- before it if it is a text")
        case .unexpected(let words):
            let what = words.count == 1 ? "unexpected argument" : "unexpected arguments"
            return Self.error(
                "\(what) \(Words.named(words.map { "'\($0)'" }))", hint: Self.help(path))
        case .missing(let words, let example):
            return Self.error(
                "missing \(Self.series(words))",
                hint: example.map { "such as `\($0)`" } ?? Self.help(path))
        }
    }

    /// The error for a text that is missing where nobody can write it in an editor.
    static func missingText(of command: any ParsableCommand.Type, _ path: [String]) -> WireError {
        missing(["<text>"], example: CommandGrammar(command)?.example).error(of: path)
    }

    /// The hint that names the help of a command.
    static func help(_ path: [String]) -> String {
        "`\((["supportc"] + path).joined(separator: " ")) --help` shows how"
    }

    private static func error(_ message: String, hint: String?) -> WireError {
        WireError(.usage, "usage", message, hint: hint)
    }

    /// `a`, `a and b`, `a, b and c`.
    private static func series(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(Words.list(Array(words.dropLast()))) and \(last)"
    }
}
