import ArgumentParser

/// `supportc access`.
struct AccessCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "What opens the clients' sites: admin panel, ftp, ssh.",
        subcommands: [
            AccessSetCommand.self, AccessListCommand.self, AccessRevealCommand.self,
            AccessVerifyCommand.self, AccessRemoveCommand.self, AccessResealCommand.self,
        ])
}
