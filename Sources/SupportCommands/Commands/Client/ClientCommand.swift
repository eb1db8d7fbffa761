import ArgumentParser

/// `supportc client`.
struct ClientCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "client", abstract: "The clients of the agency.",
        subcommands: [
            ClientAddCommand.self, ClientSetCommand.self, ClientShowCommand.self,
            ClientListCommand.self, ClientArchiveCommand.self,
        ])
}
