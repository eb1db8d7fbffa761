import ArgumentParser

extension CommandConfiguration {
    /// A command that does something.
    ///
    /// - Parameters:
    ///   - details: what the abstract leaves out, for the command's own help.
    ///   - example: a whole command line.
    static func verb(
        _ name: String, _ abstract: String, details: String? = nil, example: String
    ) -> CommandConfiguration {
        let details = details.map { "\($0)\n\n" } ?? ""
        return CommandConfiguration(
            commandName: name, abstract: abstract, discussion: "\(details)Example:\n  \(example)")
    }

    /// A command that only groups others.
    static func noun(
        _ name: String, _ abstract: String, _ verbs: [any ParsableCommand.Type]
    ) -> CommandConfiguration {
        CommandConfiguration(commandName: name, abstract: abstract, subcommands: verbs)
    }
}
