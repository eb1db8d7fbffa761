/// The state of a contract at an instant.
package enum ContractStanding: String, Sendable, Codable, CaseIterable {
    /// Signed; its first cycle has not begun.
    case pending
    /// A cycle is open and has begun.
    case active
    /// No hours are granted and none expire.
    case suspended
    /// Its last cycle has closed.
    case ended
}

/// A period in which no hours of a contract are granted and none expire; in names of the code also
/// called a rest.
///
/// The open cycle continues afterwards with the days it had left: all later boundaries, and the end
/// of the term, move by the suspended days.
package struct Suspension: Hashable, Sendable, Codable {
    /// The first day that is suspended, in the contract's zone.
    package var from: CivilDate
    /// Local midnight of that day, as it was decided.
    package var start: Instant
    /// The day on which the contract resumes; nil while that is unknown.
    package var to: CivilDate?
    /// Local midnight of that day, as it was decided.
    package var end: Instant?
    /// The reason in one line.
    package var reason: String

    /// The days that are suspended; 0 while the end is open.
    package var days: Int { to.map { $0.daysSinceEpoch - from.daysSinceEpoch } ?? 0 }

    /// The part of it before a day: all of it, a shorter one, or nil. A shorter one has no `end`
    /// instant, because it ends with the contract's open cycle.
    func cut(before day: CivilDate) -> Suspension? {
        guard from < day else { return nil }
        guard to.map({ day < $0 }) ?? true else { return self }
        var shorter = self
        shorter.to = day
        shorter.end = nil
        return shorter
    }

    /// Whether a day is suspended.
    package func contains(_ date: CivilDate) -> Bool {
        from <= date && to.map { date < $0 } ?? true
    }

    /// Whether an instant is suspended.
    package func contains(_ now: Instant) -> Bool { start <= now && end.map { now < $0 } ?? true }
}

/// The agreed end of a contract before its term is over.
package struct Termination: Hashable, Sendable, Codable {
    /// The last day of the contract, in its zone.
    package var lastDay: CivilDate
    /// The reason in one line.
    package var reason: String
    /// When it was entered.
    package var at: Instant
    /// Who entered it.
    package var by: Principal
}

/// A caller's reference to a contract: its number, or a client with exactly one active contract.
package enum ContractReference: Hashable, Sendable {
    case number(Identifier<Contract>)
    case client(Name<Client>)
}

extension ContractReference: LosslessStringConvertible, TextCodable {
    package var description: String {
        switch self {
        case .number(let number): number.description
        case .client(let name): name.text
        }
    }

    /// Nil for a text that is neither a number from 1 nor a name.
    package init?(_ text: String) {
        if let number = Int(digits: text).flatMap({ Identifier<Contract>($0) }) {
            self = .number(number)
        } else if let name = Name<Client>(text) {
            self = .client(name)
        } else {
            return nil
        }
    }

    package static let expected = "a contract's number or a client's name, as text"
}

/// Contracts of a client that hold at the same time for the same project.
///
/// They are allowed but usually a mistake: both are billed, and a command can no longer refer to
/// the contract by its client.
extension State {
    /// The contracts beside one, lowest number first: of the same client, for the same project (or
    /// both without one), with a day in common.
    package func contractsBeside(_ contract: Contract) -> [Contract] {
        contractsInForce(of: contract.client).filter {
            $0.number != contract.number && $0.project == contract.project
                && $0.holdsInto(contract) && contract.holdsInto($0)
        }
    }
}

extension Contract {
    /// Whether it lasts until another one begins; one that renews automatically, or is suspended
    /// without an end, does.
    fileprivate func holdsInto(_ other: Contract) -> Bool {
        let goesOn = renewal == .auto && termination == nil || openSuspension != nil
        return goesOn || other.start < end
    }
}
