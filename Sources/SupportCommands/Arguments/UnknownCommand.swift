import ArgumentParser
import SupportModel
import SupportWire

/// Names the noun or the verb of a command line that does not exist, and the nearest that does.
///
/// The parser itself only says which arguments are left over.
struct UnknownCommand: ParsableCommand {
    @OptionGroup var general: GeneralOptions

    @OptionGroup var mutation: MutationArguments

    /// All that is left without the options that may stand before a noun.
    @Argument(parsing: .allUnrecognized) var words: [String] = []

    private static let helpFlags: Set = ["--help", "-h"]

    /// Whether help is requested. The parser gives it also for what does not exist: then that of the
    /// nearest noun that does, as if that had been meant.
    static func asksForHelp(_ arguments: [String]) -> Bool {
        arguments.first == "help" || arguments.contains(where: helpFlags.contains)
    }

    /// The error for arguments whose noun or verb does not exist; nil where they do.
    static func error(in arguments: [String]) -> WireError? {
        let arguments = arguments.filter { !helpFlags.contains($0) }
        guard var words = try? parse(arguments).words else { return nil }
        if words.first == "help" { words.removeFirst() }
        var command: any ParsableCommand.Type = RootCommand.self
        var path: [String] = []
        for word in words {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !word.hasPrefix("-") else { return nil }
            guard let next = known.first(where: { $0.configuration.commandName == word }) else {
                return error(word, after: path, known.compactMap { $0.configuration.commandName })
            }
            command = next
            path.append(word)
        }
        return nil
    }

    private static func error(
        _ word: String, after path: [String], _ names: [String]
    ) -> WireError {
        let quoted = { (last: String) in "`\((path + [last]).joined(separator: " "))`" }
        let nearest = NearestWord.to(word, among: names)
        let guess = nearest.map { ". Did you mean \(quoted($0))?" } ?? ""
        let group = (["supportc"] + path).joined(separator: " ")
        return WireError(
            .usage, "usage", "There is no command \(quoted(word))\(guess)",
            hint: "`\(group) --help` shows how")
    }
}
