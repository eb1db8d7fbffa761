import ArgumentParser

/// `supportc level`.
struct LevelCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "level", abstract: "The four levels of severity.",
        subcommands: [LevelListCommand.self, LevelShowCommand.self])
}
