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

    /// The error for arguments that the parser refused; nil where their noun and verb exist.
    static func error(in arguments: [String]) -> WireError? {
        guard let words = try? parse(arguments).words else { return nil }
        var command: any ParsableCommand.Type = RootCommand.self
        var path: [String] = []
        for word in words {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !word.hasPrefix("-") else { return nil }
            guard let next = known.first(where: { $0.configuration.commandName == word }) else {
                let names = known.compactMap { $0.configuration.commandName }
                return path.isEmpty && word == "help" ? nil : error(word, after: path, names)
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
