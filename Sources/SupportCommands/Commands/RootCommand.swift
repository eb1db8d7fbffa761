import ArgumentParser
import SupportModel

/// `supportc` itself.
struct RootCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "supportc",
        abstract: "Speak with the support desk.",
        usage: "supportc [--socket P] [--json] [-q] [--timeout D] NOUN VERB",
        discussion: """
            Ends with 0 when done, 1 when a rule refused it, 2 for a wrong command, 3 when there is no \
            such thing, 4 when a version or key does not match, 5 when the daemon cannot be reached, \
            6 when it did not answer in time, 7 when you may not, 8 when it cannot store now. \
            supportc(1) tells more.
            """,
        version: "supportc \(Release.version)",
        groupedSubcommands: [
            CommandGroup(
                name: "Work",
                subcommands: [
                    StatusCommand.self, QueueCommand.self, TicketCommand.self, TimeCommand.self,
                    HoursCommand.self, ForecastCommand.self, PlanCommand.self, ExplainCommand.self,
                ]),
            CommandGroup(
                name: "Agreements",
                subcommands: [
                    ClientCommand.self, ContractCommand.self, StatementCommand.self,
                    PackageCommand.self, ServiceCommand.self, LevelCommand.self,
                    StaffCommand.self, AccessCommand.self,
                ]),
            CommandGroup(name: "Monitoring", subcommands: [MonitorCommand.self]),
            CommandGroup(
                name: "The desk",
                subcommands: [
                    ImportCommand.self, ExportCommand.self, ApplyCommand.self,
                    LogCommand.self, WatchCommand.self, VerifyCommand.self, SnapshotCommand.self,
                    ClockCommand.self, CallCommand.self,
                ]),
        ])
}
