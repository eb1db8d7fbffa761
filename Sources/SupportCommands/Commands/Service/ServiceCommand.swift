import ArgumentParser

/// `supportc service`.
struct ServiceCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "service", abstract: "The services of the catalogue.",
        subcommands: [ServiceListCommand.self, ServiceShowCommand.self])
}
