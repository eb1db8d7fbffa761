/// A monitor was set up.
package struct MonitorAdded: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.added"
    /// The name that the monitor was given.
    package var monitor: Name<Monitor>
    /// Whose site or host it watches.
    var client: Name<Client>
    /// What it was set up to look at.
    var check: Check
    /// Its rhythm, the policy's default where none was named.
    var timing: MonitorTiming
    /// The level of the tickets that it opens.
    var level: Level

    /// Adds the monitor, not looked at yet.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors[monitor] = Monitor(
            name: monitor, client: client, check: check, timing: timing, level: level,
            state: .pending, since: stamp.at, detail: "not looked at yet", version: stamp.sequence)
    }

    /// `monitor acme-shop added for acme: http`.
    package var summary: String { "monitor \(monitor) added for \(client): \(check.type)" }
}

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

/// A person asked the desk to look no more for now.
package struct MonitorPaused: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.paused"
    /// The monitor that was paused.
    package var monitor: Name<Monitor>
    /// Why, in one line.
    var reason: String

    /// Puts it into `paused`; an outage that it is in goes on.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var paused = state.monitors[monitor] else { return }
        paused.state = .paused
        paused.since = stamp.at
        paused.detail = reason
        paused.version = stamp.sequence
        state.monitors[monitor] = paused
    }

    /// `monitor acme-shop paused: moving to a new host`.
    package var summary: String { "monitor \(monitor) paused: \(reason)" }
}

/// The desk looks again after a pause.
package struct MonitorResumed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.resumed"
    /// The monitor that is looked at again.
    package var monitor: Name<Monitor>

    /// Puts it into `unknown` until it has been looked at.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var resumed = state.monitors[monitor] else { return }
        resumed.state = .unknown
        resumed.since = stamp.at
        resumed.detail = "not looked at since the pause"
        resumed.version = stamp.sequence
        state.monitors[monitor] = resumed
    }

    /// `monitor acme-shop resumed`.
    package var summary: String { "monitor \(monitor) resumed" }
}

/// A monitor was taken down. Its tickets stay.
package struct MonitorRemoved: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.removed"
    /// The monitor that was taken down.
    package var monitor: Name<Monitor>

    /// Forgets the monitor.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors[monitor] = nil
    }

    /// `monitor acme-shop removed`.
    package var summary: String { "monitor \(monitor) removed" }
}
