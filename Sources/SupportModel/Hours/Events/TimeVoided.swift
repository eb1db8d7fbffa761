/// A booking was taken back; it stays to be seen.
package struct TimeVoided: DeskEvent {
    package static let type = "time.voided"
    var entry: Identifier<TimeEntry>
    var reason: String

    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var voided = state.entries[entry] else { return }
        voided.void = VoidMark(reason: reason, at: stamp.at, by: stamp.by)
        voided.version = stamp.sequence
        state.entries[entry] = voided
        if let contract = voided.contract {
            state.contracts[contract]?.account.remove(entry)
            state.contracts[contract]?.version = stamp.sequence
        }
        state.change(voided.ticket, stamp, remark: "entry \(entry) voided: \(reason)") { _ in }
    }

    package var summary: String { "entry \(entry) voided: \(reason)" }
}
