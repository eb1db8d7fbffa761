/// The contract that a file means by a client and a project.
enum ContractMatch {
    /// There is none; it is to be signed.
    case none
    /// One that has not ended.
    case inForce(Contract)
    /// One that was signed as the file says and has ended since; it is not signed again.
    case ended(Contract)

    /// The contract that was found.
    var contract: Contract? {
        switch self {
        case .none: nil
        case .inForce(let contract), .ended(let contract): contract
        }
    }
}

extension DesiredContract {
    /// Finds it; refused where several in force could be meant, or where only the term differs from
    /// that of one that has ended.
    func match(in state: State) throws(Refusal) -> ContractMatch {
        let inForce = state.contractsInForce(of: client).filter { $0.project == project }
        let begun = inForce.filter { $0.start == from }
        let meant = inForce.count > 1 && begun.count == 1 ? begun : inForce
        guard meant.count <= 1 else {
            let numbers = meant.map(\.number.description).joined(separator: ", ")
            throw .invalid(
                what: "client \(client)",
                why: "has \(meant.count) contracts in force \(projectText): \(numbers)",
                wayOut: "change one by its number, such as supportc contract change "
                    + "\(meant[0].number), and take the table out of the file")
        }
        if let found = meant.first { return .inForce(found) }
        let ended = (state.contractsOfClient[client] ?? []).compactMap { state.contracts[$0] }
            .filter { $0.project == project && $0.start == from }
        guard let last = ended.last else { return .none }
        if let same = ended.last(where: hasTerm) { return .ended(same) }
        throw .invalid(
            what: "months",
            why: "\(Self.areText(months)), but \(Self.wasSigned(last)) and has ended",
            wayOut:
                "supportc contract renew \(last.number) prolongs it, if it has just ended; a new "
                + "contract begins on another day")
    }

    /// Refuses a first day or a term other than that of the contract: neither can be changed.
    func expectTerm(of found: Contract) throws(Refusal) {
        if let from, from != found.start {
            throw .invalid(
                what: "from", why: "is \(from), but \(Self.wasSigned(found))",
                wayOut:
                    "write the day it began on; supportc contract renew \(found.number) prolongs "
                    + "it, supportc contract sign signs another beside it")
        }
        guard months == nil || hasTerm(found) else {
            throw .invalid(
                what: "months", why: "\(Self.areText(months)), but \(Self.wasSigned(found)) (R5)",
                wayOut:
                    "write the term it has; supportc contract renew \(found.number) prolongs it, "
                    + "supportc contract terminate \(found.number) ends it sooner")
        }
    }

    /// Whether the months are those of a contract: of its term or, where it was renewed, of the one
    /// before, or of all together. What was signed first is not kept over several renewals.
    private func hasTerm(_ found: Contract) -> Bool {
        guard let term = found.termMonths else { return months == found.months }
        return [term, found.months, found.months - term].contains(months)
    }

    private var projectText: String {
        project.map { "for the project \($0)" } ?? "that name no project"
    }

    private static func areText(_ months: Int?) -> String {
        months.map { "is \($0)" } ?? "is missing"
    }

    /// `contract 3 was signed for 12 months from 2026-11-01`.
    private static func wasSigned(_ found: Contract) -> String {
        let renewed = found.termMonths == nil ? "was signed" : "runs, renewed,"
        return "contract \(found.number) \(renewed) for \(found.months) months from \(found.start)"
    }
}
