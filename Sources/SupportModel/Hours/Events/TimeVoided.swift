/// A booking was taken back; it stays to be seen.
package struct TimeVoided: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "time.voided"
    /// The entry that was taken back.
    var entry: Identifier<TimeEntry>
    /// Why, in one line.
    var reason: String
    /// What comes back of a closed cycle's bill, on the open cycle's statement; nil where the entry
    /// was of the open cycle.
    var credit: Adjustment?

    /// Marks the entry and gives its hours back.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var voided = state.entries[entry] else { return }
        voided.void = VoidMark(reason: reason, at: stamp.at, by: stamp.by)
        voided.version = stamp.sequence
        state.entries[entry] = voided
        if let contract = voided.contract {
            if let credit {
                state.contracts[contract]?.account.credit(credit)
            } else {
                state.contracts[contract]?.account.remove(entry)
            }
            state.contracts[contract]?.version = stamp.sequence
        }
        state.change(voided.ticket, stamp, remark: "entry \(entry) voided: \(reason)") { _ in }
    }

    /// `entry 7 voided: booked twice`.
    package var summary: String { "entry \(entry) voided: \(reason)" }
}
