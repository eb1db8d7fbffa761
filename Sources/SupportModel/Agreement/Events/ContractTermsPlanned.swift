/// A contract takes another package with the next cycle (a downgrade), or keeps the one it has.
package struct ContractTermsPlanned: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.terms-planned"
    /// The contract.
    var contract: Identifier<Contract>
    /// What holds from a later cycle on; nil: what holds now goes on.
    package var plan: PlannedTerms?
    /// What had been planned instead; nil for nothing.
    package var dropped: PlannedTerms?

    /// Replaces what was planned for the rest of the term.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        changed.planPlainly(plan)
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3 takes Starter from cycle 4 on`.
    package var summary: String {
        guard let plan else { return "contract \(contract) keeps its package" }
        return "contract \(contract) takes \(plan.terms.title) from cycle \(plan.cycle + 1) on"
    }
}

extension Contract {
    /// The cycle with which a renewed term begins, where one is to come.
    package var renewedCycle: Int? {
        // Between two cycles, while the contract rests, the last that closed counts.
        let last = account.open?.index ?? account.closed.count - 1
        guard let termMonths, months - termMonths > last else { return nil }
        return months - termMonths
    }

    /// Replaces what is planned before a renewed term; the renewed term's own terms stay.
    mutating func planPlainly(_ plan: PlannedTerms?) {
        let renewed = (planned ?? []).filter {
            $0.cycle == renewedCycle && $0.cycle != plan?.cycle
        }
        let all = (plan.map { [$0] } ?? []) + renewed
        planned = all.isEmpty ? nil : all
    }
}
