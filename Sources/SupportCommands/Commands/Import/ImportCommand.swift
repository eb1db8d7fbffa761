import ArgumentParser

/// `supportc import`.
struct ImportCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in time entries or tickets from a file, all or none.",
        subcommands: [ImportTimeCommand.self, ImportTicketsCommand.self])
}
