import ArgumentParser

/// `supportc package`.
struct PackageCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "package", abstract: "The support packages of the catalogue.",
        subcommands: [PackageListCommand.self, PackageShowCommand.self])
}
