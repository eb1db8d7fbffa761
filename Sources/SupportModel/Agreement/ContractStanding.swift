/// Where a contract stands.
package enum ContractStanding: String, Sendable, Codable, CaseIterable {
    /// Signed; its first cycle has not begun.
    case pending
    /// A cycle is running.
    case active
    /// It rests: no hours are granted and none expire.
    case suspended
    /// Its last cycle has closed.
    case ended
}

/// A time in which a contract rests: no hours are granted and none expire.
///
/// The running cycle goes on afterwards with the days it had left: all later boundaries, and the
/// end of the term, move by the days that were suspended.
package struct Suspension: Hashable, Sendable, Codable {
    /// The first day that is suspended, in the contract's zone.
    package var from: CivilDate
    /// Local midnight of that day, as it was decided.
    package var start: Instant
    /// The day on which the contract goes on; nil while nobody has said.
    package var to: CivilDate?
    /// Local midnight of that day, as it was decided.
    package var end: Instant?
    /// Why, in one line.
    package var reason: String

    /// The days that are suspended; 0 while the end is open.
    package var days: Int { to.map { $0.daysSinceEpoch - from.daysSinceEpoch } ?? 0 }

    /// What of it lies before a day: itself, a shorter one, or nothing. A shorter one has no instant
    /// at which it ends: that is the end of the contract's open cycle.
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

    /// Whether an instant is.
    package func contains(_ now: Instant) -> Bool { start <= now && end.map { now < $0 } ?? true }
}

/// The agreed end of a contract before its term is over.
package struct Termination: Hashable, Sendable, Codable {
    /// The last day on which it holds, in the contract's zone.
    package var lastDay: CivilDate
    /// Why, in one line.
    package var reason: String
    /// When it was entered.
    package var at: Instant
    /// Who entered it.
    package var by: Principal
}

/// How a caller names a contract: by its number, or by a client that has exactly one active one.
package enum ContractReference: Hashable, Sendable {
    case number(Identifier<Contract>)
    case client(Name<Client>)
}

extension ContractReference: LosslessStringConvertible, Codable {
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

    package init(from decoder: any Decoder) throws {
        self = try decoder.scalar("a contract's number or a client's name, as text") {
            ContractReference($0)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Contracts of a client that hold at the same time for the same project.
///
/// They are allowed, and mostly a mistake: both are billed, and a command can no longer name the
/// contract by its client.
extension State {
    /// A contract's like, lowest number first: of the same client, for the same project or like it
    /// without one, and holding on a day on which it does.
    package func contractsBeside(_ contract: Contract) -> [Contract] {
        contractsInForce(of: contract.client).filter {
            $0.number != contract.number && $0.project == contract.project
                && $0.holdsInto(contract) && contract.holdsInto($0)
        }
    }
}

extension Contract {
    /// Whether it goes on until another one begins; one that renews itself, or rests until somebody
    /// says otherwise, goes on.
    fileprivate func holdsInto(_ other: Contract) -> Bool {
        let goesOn = renewal == .auto && termination == nil || openSuspension != nil
        return goesOn || other.start < end
    }
}
