import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract show`.
struct ContractShowCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a contract, its terms and its cycles.",
        discussion: "Example:\n  supportc contract show acme")

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ContractShow { ContractShow(contract: contract) }

    func show(_ reply: ContractView, on page: inout Page) {
        page.line("contract \(reply.contract, .strong): \(reply.title) for \(reply.client)")
        let discount = reply.discountPercent > 0 ? ", less \(reply.discountPercent)%" : ""
        page.facts([
            "project": "\(reply.project ?? "")",
            "standing": ContractWords.standing(reply.standing),
            "term": ContractWords.term(reply),
            "renewal": ContractWords.renewal(reply),
            "ends": reply.termination.map { end in
                "\("after \(end.lastDay)", .warning): \(end.reason) "
                    + "(terminated \(Words.minute(end.at)) by \(end.by))"
            },
            "planned": reply.planned.map { "\(ContractWords.plans($0))" },
            "zone": "\(reply.zone)",
            "manager": "\(reply.manager)",
            "hours": "\(reply.included) a month, at most \(reply.weeklyLimit) a week",
            "fee": "\(reply.monthlyFee) a month\(discount)",
            "extra": "\(reply.extra.rawValue), \(reply.extraRate) an hour",
            "emergency": "beyond the weekly limit: \(reply.emergencyBeyondLimit.rawValue)",
            "rounding": "\(Words.rounding(reply.rounding))",
            "services": "\(Words.list(reply.services))",
            "signed": "\(Words.minute(reply.signedAt))",
            "version": "\(reply.version)",
        ])
        if let targets = reply.targets, !targets.isEmpty {
            page.heading("targets")
            page.table(TargetRows.table(targets), none: "")
        }
        ContractParts.show(reply, on: &page)
        let cycles = reply.closedCycles + [reply.cycle].compactMap(\.self)
        guard !cycles.isEmpty else { return }
        page.heading("cycles")
        let rest = reply.standing == .suspended ? nil : reply.suspensions?.last?.from
        page.table(CycleRows.table(cycles, restsFrom: rest), none: "")
    }

    func identifiers(_ reply: ContractView) -> [String] { [reply.contract.description] }
}
