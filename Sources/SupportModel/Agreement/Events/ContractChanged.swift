/// Something of a contract changed that no hour depends on.
package struct ContractChanged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.changed"
    /// The contract.
    var contract: Identifier<Contract>
    /// The new account manager (R7); nil: as before.
    var manager: Name<Staff>?
    /// What the package looks after; nil: as before.
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
