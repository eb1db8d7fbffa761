import ArgumentParser

/// `supportc explain`.
struct ExplainCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why something is as it is.",
        subcommands: [ExplainTimeCommand.self])
}
