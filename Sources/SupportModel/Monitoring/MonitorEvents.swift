/// The events of monitors.
enum MonitorEvents {
    static let all: [any DeskEvent.Type] = [
        MonitorAdded.self, MonitorChanged.self, MonitorRemoved.self, MonitorPaused.self,
        MonitorResumed.self, MonitorStateChanged.self, MonitoringInterrupted.self,
    ]
}

/// A monitor was added.
package struct MonitorAdded: DeskEvent {
    package static let type = "monitor.added"
    package static let hasConsequences = true
    package var monitor: Name<Monitor>
    var client: Name<Client>
    var check: Check
    /// The policy's default where none was given.
    var timing: MonitorTiming
    /// The level of the tickets that it opens.
    var level: Level

    /// Adds the monitor in the state `pending`.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors[monitor] = Monitor(
            name: monitor, client: client, check: check, timing: timing, level: level,
            state: .pending, since: stamp.at, detail: "not looked at yet", version: stamp.sequence)
    }

    /// `monitor acme-shop added for acme: http`.
    package var summary: String { "monitor \(monitor) added for \(client): \(check.type)" }
}

/// The check, the timing or the level of a monitor was changed.
package struct MonitorChanged: DeskEvent {
    package static let type = "monitor.changed"
    package static let hasConsequences = true
    package var monitor: Name<Monitor>
    /// The new check; nil: unchanged.
    var check: Check?
    /// The new timing; nil: unchanged.
    var timing: MonitorTiming?
    /// The level of its later tickets; nil: unchanged.
    var level: Level?

    /// Sets the values that are given. With a new check a state that is based on probes becomes
    /// `unknown`.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors.change(monitor, stamp) {
            $0.check = check ?? $0.check
            $0.timing = timing ?? $0.timing
            $0.level = level ?? $0.level
            guard check != nil else { return }
            // The outage was one of the former check.
            if $0.ticket == nil { $0.downSince = nil }
            if $0.state.isBelief { $0.become(.unknown, "not looked at since the change", stamp) }
        }
    }

    /// `monitor acme-shop changed`.
    package var summary: String { "monitor \(monitor) changed" }
}

/// A person stopped the probes of a monitor for now.
package struct MonitorPaused: DeskEvent {
    package static let type = "monitor.paused"
    package static let hasConsequences = true
    package var monitor: Name<Monitor>
    /// One line.
    var reason: String

    /// Sets the state `paused`; an outage continues.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors[monitor]?.become(.paused, reason, stamp)
    }

    /// `monitor acme-shop paused: moving to a new host`.
    package var summary: String { "monitor \(monitor) paused: \(reason)" }
}

/// The probes of a monitor were resumed after a pause.
package struct MonitorResumed: DeskEvent {
    package static let type = "monitor.resumed"
    package static let hasConsequences = true
    package var monitor: Name<Monitor>

    /// Sets the state `unknown` until the next probe.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors[monitor]?.become(.unknown, "not looked at since the pause", stamp)
    }

    /// `monitor acme-shop resumed`.
    package var summary: String { "monitor \(monitor) resumed" }
}

/// A monitor was removed. Its tickets stay.
package struct MonitorRemoved: DeskEvent {
    package static let type = "monitor.removed"
    package static let hasConsequences = true
    package var monitor: Name<Monitor>

    /// Removes the monitor; whose it was is kept.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard let removed = state.monitors[monitor] else { return }
        state.monitors[monitor] = nil
        state.outbox.forget(monitor) { _ in true }
        state.formerMonitors[monitor, default: []].append(
            FormerMonitor(name: monitor, client: removed.client, removedIn: stamp.sequence))
    }

    /// `monitor acme-shop removed`.
    package var summary: String { "monitor \(monitor) removed" }
}
