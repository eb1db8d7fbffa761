import ArgumentParser

/// `supportc plan`.
struct PlanCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "What the tickets are planned for, week by week.",
        subcommands: [PlanSetCommand.self, PlanShowCommand.self, PlanSuggestCommand.self])
}
