import ArgumentParser

/// `supportc export`.
struct ExportCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print time entries or tickets as CSV or JSON Lines.",
        subcommands: [ExportTimeCommand.self, ExportTicketsCommand.self])
}
