import SupportModel

/// The words for a contract that is not active, or not the only one, by the use for which it is
/// required.
extension WireError {
    static func ambiguous(
        _ client: Name<Client>, _ active: [Identifier<Contract>],
        _ inactive: [Identifier<Contract>], _ use: ContractUse
    ) -> WireError {
        let numbers = SentenceList.text(active.isEmpty ? inactive : active)
        guard active.isEmpty else {
            return WireError(
                .refused, "contract-ambiguous",
                "\(client) has \(active.count) active contracts: \(numbers)",
                hint: "name one: --contract N for a ticket, elsewhere N in place of \(client)")
        }
        let message = "\(client) has no \(inactive.isEmpty ? "" : "active ")contract"
        let sign = "sign one: supportc contract sign \(client)"
        let hint =
            switch use {
            case .newTicket, .work: "open the ticket on demand (--on-demand), or \(sign)"
            case .statement(let month?):
                (inactive.isEmpty ? "" : "name one by its number: \(numbers); ")
                    + "its work on demand is on supportc statement \(client) --month \(month)"
            case .question, .statement:
                inactive.isEmpty ? sign : "name one by its number: \(numbers)"
            }
        return WireError(.notFound, "no-active-contract", message, hint: hint)
    }

    static func notActive(
        _ number: Identifier<Contract>, _ standing: ContractStanding, _ start: CivilDate,
        _ end: CivilDate, _ use: ContractUse
    ) -> WireError {
        let lastDay = end.advanced(byDays: -1)
        let why =
            switch standing {
            case .pending: "begins on \(start)"
            case .suspended: "is suspended"
            case .active, .ended:
                start < end ? "ended after \(lastDay)" : calledOff(on: start)
            }
        let hint =
            switch use {
            case .question, .statement:
                standing == .ended && start >= end
                    ? nothing(of: number) : way(to: number, standing, lastDay)
            case .newTicket:
                resumed(number, standing)
                    + "open it on demand (--on-demand) or on another contract (--contract)"
            case .work(let client):
                resumed(number, standing)
                    + "\(RefusalText.ownTicket) \(RefusalText.onDemand(client))"
            }
        return WireError(
            .refused, "contract-not-active", "contract \(number) \(why)", hint: hint,
            figures: ["start": start.description, "end": end.description])
    }

    /// A contract that was called off has no cycle at any time.
    static func neverACycle(_ number: Identifier<Contract>) -> WireError {
        WireError(
            .notFound, "unknown-cycle",
            "contract \(number) was called off and has no cycle (R10)",
            hint: nothing(of: number))
    }

    /// `was called off: it ended before its first day, 2026-01-05`.
    static func calledOff(on start: CivilDate) -> String {
        "was called off: it ended before its first day, \(start)"
    }

    private static func nothing(of number: Identifier<Contract>) -> String {
        "it has no hours and no statements; supportc contract show \(number) shows what was agreed"
    }

    /// How a question about a contract without an open cycle can be answered.
    private static func way(
        to number: Identifier<Contract>, _ standing: ContractStanding, _ lastDay: CivilDate
    ) -> String {
        switch standing {
        case .suspended: "resume it first: supportc contract resume \(number)"
        case .pending: "supportc contract show \(number) shows what was agreed"
        case .active, .ended:
            "supportc hours \(number) --at \(lastDay) shows its last cycle, supportc statement "
                + "\(number) what it bills"
        }
    }

    private static func resumed(
        _ number: Identifier<Contract>, _ standing: ContractStanding
    ) -> String {
        standing == .suspended ? "supportc contract resume \(number), or " : ""
    }
}

extension RefusalText {
    /// How a ticket on demand is opened, with all that the command requires (R4).
    static func onDemand(_ client: Name<Client>) -> String {
        "supportc ticket open \(client) --on-demand --level N --subject S"
    }

    /// The beginning of a hint that ends with `onDemand`.
    static let ownTicket = "open a ticket of its own for work that this contract does not pay:"
}
