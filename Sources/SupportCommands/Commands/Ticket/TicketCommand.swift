import ArgumentParser

/// `supportc ticket`.
struct TicketCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "ticket", abstract: "The tickets.",
        subcommands: [
            TicketOpenCommand.self, TicketListCommand.self, TicketShowCommand.self,
            TicketAssignCommand.self, TicketNoteCommand.self, TicketLevelCommand.self,
            TicketResolveCommand.self, TicketCloseCommand.self, TicketReopenCommand.self,
        ])
}
