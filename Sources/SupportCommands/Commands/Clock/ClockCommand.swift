import ArgumentParser

/// `supportc clock`.
struct ClockCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "The clock of the desk.",
        subcommands: [
            ClockShowCommand.self, ClockConfirmCommand.self, ClockAdvanceCommand.self,
        ])
}
