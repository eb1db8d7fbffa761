/// The events of contracts and their cycles.
enum ContractEvents {
    static let all: [any DeskEvent.Type] = [
        ContractSigned.self, ContractChanged.self, ContractUpgraded.self, ContractTermsPlanned.self,
        ContractSuspended.self, ContractResumed.self, ContractTerminated.self, ContractRenewed.self,
        CycleClosed.self,
    ]
}

/// Something of a contract changed that no hour depends on.
package struct ContractChanged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.changed"
    /// The contract.
    var contract: Identifier<Contract>
    /// The new account manager (R7); nil: as before.
    var manager: Name<Staff>?
    /// The project that the package covers; nil: as before.
    var project: String?
    /// What happens to work beyond the package from now on (R8); nil: as before.
    var extraPolicy: ExtraPolicy?
    /// What happens at the end of the term; nil: as before.
    var renewal: RenewalPolicy?

    /// Takes the new values over; the policy also into what is planned.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        if let manager { changed.manager = manager }
        if let project { changed.project = project }
        if let extraPolicy {
            changed.terms.extraPolicy = extraPolicy
            changed.planned = changed.planned?.map {
                var plan = $0
                plan.terms.extraPolicy = extraPolicy
                return plan
            }
        }
        if let renewal { changed.renewal = renewal == .auto ? .auto : nil }
        changed.version = stamp.sequence
        state.put(changed)
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
