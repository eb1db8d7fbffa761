/// The desk while a file is being applied to it.
struct DeskMaking {
    /// The events so far, and the refusals.
    private(set) var draft: RecordDraft
    /// The staff and clients that were refused, so that contracts that depend on them are not
    /// refused for that too.
    private var failed: Set<String> = []
    /// The lines of the tables that match a contract.
    private var meant: [Identifier<Contract>: Int] = [:]
    private let context: Context

    /// How often a refused thing is tried again after the others.
    private static let roundsMax = 3

    init(draft: RecordDraft, context: Context) {
        (self.draft, self.context) = (draft, context)
    }

    /// Applies all things, or adds the refusal. A thing that depends on a later one is tried again
    /// after the others: it takes a Unix user that another person still has, or changes the role of
    /// a manager whose contracts get another manager.
    mutating func take(_ things: [any DesiredThing]) {
        var waiting = things
        for _ in 0..<Self.roundsMax where !waiting.isEmpty {
            waiting = waiting.filter { !take($0, mayWait: true) }
        }
        for thing in waiting { _ = take(thing, mayWait: false) }
    }

    /// False when it is to be tried again.
    private mutating func take(_ thing: any DesiredThing, mayWait: Bool) -> Bool {
        do throws(Refusal) {
            let command = try thing.command(on: draft.state, context)
            var found: Identifier<Contract>?
            if let contract = thing as? DesiredContract { found = try expectNew(contract) }
            if let command { try draft.add(step: command) }
            note(thing, found)
        } catch {
            if mayWait, Self.mayPass(error) { return false }
            refuse(thing, error)
        }
        return true
    }

    private static func mayPass(_ refusal: Refusal) -> Bool {
        switch refusal {
        case .inUse, .notAManager, .unknown(.staff, _), .unknown(.client, _): true
        default: false
        }
    }

    /// The contract that a table matches, nil for one that is to be signed; refused where an
    /// earlier table matches it too.
    private func expectNew(
        _ contract: DesiredContract
    ) throws(Refusal) -> Identifier<Contract>? {
        guard let number = try contract.match(in: draft.state).contract?.number else { return nil }
        guard let line = meant[number] else { return number }
        throw .invalid(.client, .table(.sameContract(contract.client, number, line: line)))
    }

    /// Keeps which contract a table matched: an existing one, or the one just signed.
    private mutating func note(_ thing: any DesiredThing, _ found: Identifier<Contract>?) {
        guard thing is DesiredContract, let number = found ?? Identifier(draft.state.lastContract)
        else { return }
        meant[number] = thing.place.line
    }

    private mutating func refuse(_ thing: any DesiredThing, _ refusal: Refusal) {
        switch refusal {
        case .unknown(let subject, let name) where failed.contains("\(subject) \(name)"):
            // The client or manager that it names was refused, so its own refusal adds nothing.
            return
        default: draft.refuse(thing.place.refusal(thing.key(toBlame: refusal), refusal))
        }
        switch thing {
        case let staff as DesiredStaff: failed.insert("\(Subject.staff) \(staff.name)")
        case let client as DesiredClient: failed.insert("\(Subject.client) \(client.name)")
        default: break
        }
    }
}

/// The contract that matches a client and a project.
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
    /// Finds it; refused where several in force match, or where one that has ended matches except
    /// for its term.
    func match(in state: State) throws(Refusal) -> ContractMatch {
        let inForce = state.contractsInForce(of: client).filter { $0.project == project }
        let begun = inForce.filter { $0.start == from }
        let meant = inForce.count > 1 && begun.count == 1 ? begun : inForce
        guard meant.count <= 1 else {
            throw .invalid(
                .client,
                .table(.severalContracts(client, project: project, meant.map(\.number))))
        }
        if let found = meant.first { return .inForce(found) }
        let ended = (state.contractsOfClient[client] ?? []).compactMap { state.contracts[$0] }
            .filter { $0.project == project && $0.start == from }
        guard let last = ended.last else { return .none }
        if let same = ended.last(where: hasTerm) { return .ended(same) }
        throw .invalid(
            .months, .table(.endedOtherwise(months: months, AgreedTerm(last))))
    }

    /// Refuses a first day or a term other than that of the contract: neither can be changed.
    func expectTerm(of found: Contract) throws(Refusal) {
        if let from, from != found.start {
            throw .invalid(.start, .table(.start(from, AgreedTerm(found))))
        }
        guard months == nil || hasTerm(found) else {
            throw .invalid(.months, .table(.term(months: months, AgreedTerm(found))))
        }
    }

    /// Whether the months are those of a contract: of its term or, where it was renewed, of the one
    /// before, or of all together. The original term is not kept over several renewals.
    private func hasTerm(_ found: Contract) -> Bool {
        guard let term = found.termMonths else { return months == found.months }
        return [term, found.months, found.months - term].contains(months)
    }
}
