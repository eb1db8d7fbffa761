/// A notice about a cycle's hours became due: a share is used, or hours cannot be used any more.
package struct HoursTold: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "hours.told"
    /// The contract.
    package var contract: Identifier<Contract>
    /// The index of the open cycle.
    var cycle: Int
    /// What is told.
    package var notice: HourNotice
    /// What the cycle's entries had drawn.
    package var used: Minutes
    /// What there was to draw from, grouped hours included.
    package var available: Minutes
    /// What the weekly limit still lets through before the hours expire (R12).
    package var usable: Minutes
    /// When time alone had made it due, which may be before it was told; nil where a booking did.
    package var at: Instant?

    /// Notes that it was told, so that it is told once; a smaller share will not be told later.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract], changed.account.open?.index == cycle else {
            return
        }
        let covered = HourNotice.allCases.filter { each in
            each == notice
                || each.percent.map { share in notice.percent.map { share < $0 } ?? false } ?? false
        }
        let told = changed.account.told ?? []
        changed.account.told = told + covered.filter { !told.contains($0) }
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3: 80 percent of the hours are used, 32h of 40h`.
    package var summary: String { "contract \(contract): \(text)" }

    /// The notice without its contract: `80 percent of the hours are used, 32h of 40h`.
    package var text: String {
        if let percent = notice.percent {
            return "\(percent) percent of the hours are used, \(used) of \(available)"
        }
        return "of \(available - used) left, only \(usable) can be used before they expire"
    }
}
