import ArgumentParser

/// `supportc staff`.
struct StaffCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "The people of the desk.",
        subcommands: [
            StaffAddCommand.self, StaffSetCommand.self, StaffListCommand.self,
            StaffRemoveCommand.self,
        ])
}
