import ArgumentParser

/// `supportc contract`.
struct ContractCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "contract", abstract: "The contracts: support packages signed for clients.",
        subcommands: [
            ContractSignCommand.self, ContractShowCommand.self, ContractListCommand.self,
            ContractChangeCommand.self, ContractSuspendCommand.self, ContractResumeCommand.self,
            ContractTerminateCommand.self, ContractRenewCommand.self, ContractGroupCommand.self,
            ContractUngroupCommand.self,
        ])
}
