import ArgumentParser

/// `supportc time`.
struct TimeCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "The time booked on tickets.",
        subcommands: [
            TimeAddCommand.self, TimeStartCommand.self, TimeStopCommand.self,
            TimeVoidCommand.self, TimeListCommand.self,
        ])
}
