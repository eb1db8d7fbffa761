/// A monitor looks at something else, in another rhythm, or opens tickets of another level.
package struct MonitorChanged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.changed"
    /// The monitor that was changed.
    package var monitor: Name<Monitor>
    /// What it looks at from then on; nil: unchanged.
    var check: Check?
    /// Its rhythm from then on; nil: unchanged.
    var timing: MonitorTiming?
    /// The level of its tickets from then on; nil: unchanged.
    var level: Level?

    /// Takes over what is named and keeps the rest. Of another check nothing is known yet.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.monitors[monitor] else { return }
        changed.check = check ?? changed.check
        changed.timing = timing ?? changed.timing
        changed.level = level ?? changed.level
        if check != nil {
            // What was believed was believed of something else.
            if changed.ticket == nil { changed.downSince = nil }
            if changed.state.isBelief {
                changed.state = .unknown
                changed.since = stamp.at
                changed.detail = "not looked at since the change"
            }
        }
        changed.version = stamp.sequence
        state.monitors[monitor] = changed
    }

    /// `monitor acme-shop changed`.
    package var summary: String { "monitor \(monitor) changed" }
}
