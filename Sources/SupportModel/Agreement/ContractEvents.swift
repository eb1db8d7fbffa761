/// The events of contracts and their cycles.
enum ContractEvents {
    static let all: [any DeskEvent.Type] = [
        ContractSigned.self, ContractChanged.self, ContractUpgraded.self, ContractTermsPlanned.self,
        ContractSuspended.self, ContractResumed.self, ContractTerminated.self, ContractKept.self,
        ContractRenewed.self, CycleClosed.self,
    ]
}

/// A contract's manager, project or policy changed; the hours are unaffected.
package struct ContractChanged: DeskEvent {
    package static let type = "contract.changed"
    var contract: Identifier<Contract>
    /// The new account manager (R7); nil: as before.
    var manager: Name<Staff>?
    /// The project that the package covers; nil: as before.
    var project: String?
    /// What happens to work beyond the package from now on (R8); nil: as before.
    var extraPolicy: ExtraPolicy?
    /// What happens at the end of the term; nil: as before.
    var renewal: RenewalPolicy?

    /// Stores the new values; the policy also in the planned terms.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(contract, stamp) { changed in
            if let manager { changed.manager = manager }
            if let project { changed.project = project }
            if let extraPolicy { changed.take(extraPolicy) }
            if let renewal { changed.renewal = renewal == .auto ? .auto : nil }
        }
    }

    /// `contract 3 changed: manager olena, extra hours ask`.
    package var summary: String {
        let parts = [
            manager.map { "manager \($0)" }, project.map { "project \($0)" },
            extraPolicy.map { "extra hours \($0.rawValue)" },
            renewal.map { "renewal \($0.rawValue)" },
        ]
        return "contract \(contract) changed: "
            + parts.compactMap(\.self).joined(separator: ", ")
    }
}

/// A contract takes another package with the next cycle (a downgrade), or such a plan was
/// cancelled.
package struct ContractTermsPlanned: DeskEvent {
    package static let type = "contract.terms-planned"
    var contract: Identifier<Contract>
    /// The terms from a later cycle on; nil: the present terms continue.
    package var plan: PlannedTerms?
    /// The plan that it replaces; nil for none.
    package var dropped: PlannedTerms?

    /// Replaces what was planned for the rest of the term.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(contract, stamp) { $0.planPlainly(plan) }
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
        // Between two cycles, while the contract is suspended, the last closed one counts.
        let last = account.open?.index ?? account.closed.count - 1
        guard let termMonths, months - termMonths > last else { return nil }
        return months - termMonths
    }

    /// Treats work beyond the package so from now on, under the planned terms too (R8).
    fileprivate mutating func take(_ policy: ExtraPolicy) {
        terms.extraPolicy = policy
        planned = planned?.map {
            var plan = $0
            plan.terms.extraPolicy = policy
            return plan
        }
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

/// A contract took a package with more hours, and its open cycle was granted the prorated
/// difference.
package struct ContractUpgraded: DeskEvent {
    package static let type = "contract.upgraded"
    var contract: Identifier<Contract>
    /// The terms from now on.
    var terms: ContractTerms
    /// The hours granted to the open cycle, and their charge.
    var grant: UpgradeGrant
    /// The plan for a later cycle that is cancelled; nil for none.
    package var dropped: PlannedTerms?

    /// Raises the open cycle's hours; a change that was planned for the rest of the term is dropped.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var open = state.contracts[contract]?.account.open else { return }
        open.granted += grant.minutes
        open.upgrades = (open.upgrades ?? []) + [grant]
        state.change(contract, stamp) {
            $0.account.open = open
            $0.terms = terms
            $0.planPlainly(nil)
        }
    }

    /// `contract 3 upgraded to Standard on 2026-11-16: 20h granted`.
    package var summary: String {
        "contract \(contract) upgraded to \(terms.title) on \(grant.on): \(grant.minutes) granted"
    }
}
