/// A contract's term was prolonged: the months that follow hold on the terms of that day (R5).
package struct ContractRenewed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.renewed"
    /// The contract whose term goes on.
    var contract: Identifier<Contract>
    /// The months of the new term.
    var months: Int
    /// What holds from the new term's first cycle on.
    var terms: ContractTerms
    /// The new term's first cycle, where the old one had ended before; nil: it opens in its turn.
    var open: Cycle?

    /// Adds the months, plans the terms, and goes on with a contract that had ended.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        renew(&changed)
        if let open { changed.open(open) }
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// What the event makes of a contract whose old term has not ended.
    func renew(_ contract: inout Contract) {
        let first = contract.months
        let kept = (contract.planned ?? []).filter { $0.cycle < first }
        contract.planned = kept + [PlannedTerms(cycle: first, terms: terms)]
        contract.months += months
        contract.termMonths = months
    }

    /// `contract 3 renewed for 12 months: Starter`.
    package var summary: String {
        "contract \(contract) renewed for \(months) months: \(terms.title)"
    }
}
