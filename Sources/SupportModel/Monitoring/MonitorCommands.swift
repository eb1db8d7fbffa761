/// Sets up a monitor for a client.
package struct AddMonitor: Command {
    /// Refused when another monitor has the name.
    package var monitor: Name<Monitor>
    /// The client whose site or host is monitored; refused when archived.
    package var client: Name<Client>
    package var check: Check
    /// Nil: the policy's timing for that kind of check.
    package var timing: MonitorTiming?
    /// Nil: 1 for a site, 2 for a resource.
    package var level: Level?

    package init(
        monitor: Name<Monitor>, client: Name<Client>, check: Check, timing: MonitorTiming? = nil,
        level: Level? = nil
    ) {
        self.monitor = monitor
        self.client = client
        self.check = check
        self.timing = timing
        self.level = level
    }

    /// One `MonitorAdded`; refused when the check or its timing is invalid.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let client = try state.currentClient(client)
        guard state.monitors[monitor] == nil else { throw .exists(.monitor, monitor.text) }
        let timing = timing ?? context.policy.timing(of: check)
        try timing.expectPossible()
        try check.expectPossible()
        return [
            Event(
                MonitorAdded(
                    monitor: monitor, client: client.name, check: check, timing: timing,
                    level: level ?? (check.isSiteCheck ? .emergency : .partialOutage)))
        ]
    }
}

extension DeskPolicy {
    /// The default timing for this kind of check.
    package func timing(of check: Check) -> MonitorTiming {
        check.isSiteCheck ? siteTiming : resourceTiming
    }
}

extension MonitorTiming {
    func expectPossible() throws(Refusal) {
        guard let problem else { return }
        throw .invalid(what: "the timing", why: "cannot be", hint: problem)
    }
}

extension Check {
    func expectPossible() throws(Refusal) {
        guard let problem = problem() else { return }
        throw .invalid(what: "the \(type) check", why: "cannot be done", hint: problem)
    }
}

/// Changes the check, the timing or the level of a monitor.
package struct ChangeMonitor: Command {
    package var monitor: Name<Monitor>
    /// The new check; nil: unchanged.
    package var check: Check?
    /// The new timing; nil: unchanged.
    package var timing: MonitorTiming?
    /// The level of tickets that it opens from now on; nil: unchanged.
    package var level: Level?

    package init(
        monitor: Name<Monitor>, check: Check?, timing: MonitorTiming?, level: Level?
    ) {
        self.monitor = monitor
        self.check = check
        self.timing = timing
        self.level = level
    }

    /// One `MonitorChanged`; refused when nothing changes or a new value is invalid.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.monitor(monitor)
        guard check != nil || timing != nil || level != nil else { throw .nothingToChange }
        try timing?.expectPossible()
        try check?.expectPossible()
        return [
            Event(MonitorChanged(monitor: monitor, check: check, timing: timing, level: level))
        ]
    }

    /// The present version of the monitor; nil when the desk has no such monitor.
    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}

/// Stops the probes of a monitor for now.
package struct PauseMonitor: Command {
    /// Refused when paused already.
    package var monitor: Name<Monitor>
    /// One line, shown as the monitor's detail.
    package var reason: String

    package init(monitor: Name<Monitor>, reason: String = "paused by hand") {
        self.monitor = monitor
        self.reason = reason
    }

    /// One `MonitorPaused`; refused when it is paused already.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.monitor(monitor)
        guard found.state != .paused else {
            throw .monitorState(monitor, found.state, wanted: "not paused")
        }
        let reason = try BoundedText.line(reason, "the reason")
        return [Event(MonitorPaused(monitor: monitor, reason: reason))]
    }

    /// The present version of the monitor; nil when the desk has no such monitor.
    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}

/// Resumes the probes of a paused monitor.
package struct ResumeMonitor: Command {
    /// Refused unless paused.
    package var monitor: Name<Monitor>

    /// The command for a monitor.
    package init(monitor: Name<Monitor>) { self.monitor = monitor }

    /// One `MonitorResumed`; refused with the present state unless paused.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.monitor(monitor)
        guard found.state == .paused else {
            throw .monitorState(monitor, found.state, wanted: "paused")
        }
        return [Event(MonitorResumed(monitor: monitor))]
    }

    /// The present version of the monitor; nil when the desk has no such monitor.
    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}

/// Removes a monitor. A ticket that it has open stays for people.
package struct RemoveMonitor: Command {
    package var monitor: Name<Monitor>

    /// The command for a monitor.
    package init(monitor: Name<Monitor>) { self.monitor = monitor }

    /// One `MonitorRemoved`, and a note on the ticket that it has open.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.monitor(monitor)
        var events = [Event(MonitorRemoved(monitor: monitor))]
        if let ticket = found.ticket {
            events.append(
                Event(TicketNoted(ticket: ticket, text: "monitor \(monitor) was removed")))
        }
        return events
    }

    /// The present version of the monitor; nil when the desk has no such monitor.
    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}
