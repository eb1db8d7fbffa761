import ArgumentParser

/// `supportc monitor`.
struct MonitorCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "monitor", abstract: "The monitors of sites and of this host.",
        subcommands: [
            MonitorAddCommand.self, MonitorSetCommand.self, MonitorShowCommand.self,
            MonitorListCommand.self, MonitorCheckCommand.self, MonitorPauseCommand.self,
            MonitorResumeCommand.self, MonitorRemoveCommand.self,
        ])
}
