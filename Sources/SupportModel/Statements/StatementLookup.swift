/// Finding the statement that a caller means.
extension State {
    /// The statement of a cycle: as it was frozen, or of the open cycle as it stands.
    ///
    /// Nil means the cycle that closed last, which is the one to send, and before any has closed
    /// the open one. Refused where the contract has no such cycle so far, or where two begin in the
    /// month (R10).
    /// - Parameter titles: what the services are called, for an open cycle.
    package func statement(
        of contract: Contract, cycle reference: CycleReference?, titles: [Name<Service>: String]
    ) throws(Refusal) -> Statement {
        let index = try contract.index(of: reference)
        if let closed = contract.account.closed(index) {
            return closed.statement ?? remadeStatement(of: contract, closed)
        }
        guard let open = contract.account.open, open.index == index else {
            throw .unknownCycle(contract.number, .number(index + 1), known: contract.cycles)
        }
        return statement(of: contract, open, Coverage(of: contract), titles: titles)
    }
}

extension Contract {
    /// The closed cycles and the open one, in order.
    package var cycles: [Cycle] {
        account.closed.map(\.cycle) + (account.open.map { [$0] } ?? [])
    }

    /// The index of the one cycle that is meant.
    fileprivate func index(of reference: CycleReference?) throws(Refusal) -> Int {
        guard let reference else { return max(0, account.closed.count - 1) }
        let found = cycles.filter(reference.means)
        guard let cycle = found.first else {
            throw .unknownCycle(number, reference, known: cycles)
        }
        guard found.count == 1 else {
            throw .cycleAmbiguous(number, reference, found: found)
        }
        return cycle.index
    }
}
