/// A contract took a package with more hours: what is left of the cycle has its share at once.
package struct ContractUpgraded: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.upgraded"
    /// The contract.
    var contract: Identifier<Contract>
    /// What holds from now on.
    var terms: ContractTerms
    /// What the open cycle is granted, and what it costs.
    var grant: UpgradeGrant
    /// What had been planned for a later cycle and no longer is; nil for nothing.
    package var dropped: PlannedTerms?

    /// Raises the open cycle's hours; a change that was planned for the rest of the term is dropped.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract], var open = changed.account.open else {
            return
        }
        open.granted += grant.minutes
        open.upgrades = (open.upgrades ?? []) + [grant]
        changed.account.open = open
        changed.terms = terms
        changed.planPlainly(nil)
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3 upgraded to Standard on 2026-11-16: 20h granted`.
    package var summary: String {
        "contract \(contract) upgraded to \(terms.title) on \(grant.on): \(grant.minutes) granted"
    }
}
