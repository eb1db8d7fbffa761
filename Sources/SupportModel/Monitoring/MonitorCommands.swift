/// A command that changes a monitor, which its answer shows.
package protocol MonitorCommand: Command where Made == Name<Monitor> {
    /// The monitor that it changes.
    var monitor: Name<Monitor> { get }
}

extension MonitorCommand {
    /// The version of what is changed; nil where the desk has no such thing.
    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}

/// Sets up a monitor for a client.
package struct AddMonitor: Command {
    package typealias Made = Name<Monitor>

    /// The name of the new monitor; refused when it is taken.
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

    /// One `MonitorAdded`, or what in the check or its rhythm cannot be.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let client = try state.currentClient(client)
        guard state.monitors[monitor] == nil else { throw .exists(.monitor, monitor.text) }
        let timing = timing ?? context.policy.timing(of: check)
        try timing.expectPossible()
        try check.expectPossible()
        return Decision(
            monitor,
            MonitorAdded(
                monitor: monitor, client: client.name, check: check, timing: timing,
                level: level ?? (check.isSiteCheck ? .emergency : .partialOutage)))
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
        guard let fault else { return }
        throw .invalid(.timing, .monitor(.timing(fault)))
    }
}

extension Check {
    func expectPossible() throws(Refusal) {
        guard let problem = problem() else { return }
        throw .invalid(.check, .monitor(.check(type: type, problem: problem)))
    }
}

/// Changes the check, the timing or the level of a monitor.
package struct ChangeMonitor: MonitorCommand {
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

    /// One `MonitorChanged`; refused when nothing is to change or a new value cannot be.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        _ = try state.monitor(monitor)
        guard check != nil || timing != nil || level != nil else { throw .nothingToChange }
        try timing?.expectPossible()
        try check?.expectPossible()
        return Decision(
            monitor, MonitorChanged(monitor: monitor, check: check, timing: timing, level: level))
    }
}

/// Stops the probes of a monitor for now.
package struct PauseMonitor: MonitorCommand, Codable {
    /// The monitor to leave alone.
    package var monitor: Name<Monitor>
    /// The reason in one line, shown beside its state.
    package var reason: String?

    package init(monitor: Name<Monitor>, reason: String? = nil) {
        self.monitor = monitor
        self.reason = reason
    }

    /// One `MonitorPaused`, or nothing where it is paused already.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.monitor(monitor)
        let reason = try BoundedText.line(reason ?? "paused by hand", .reason)
        guard found.state != .paused else { return Decision(monitor, []) }
        return Decision(monitor, MonitorPaused(monitor: monitor, reason: reason))
    }
}

/// Resumes the probes of a paused monitor.
package struct ResumeMonitor: MonitorCommand, Codable {
    /// The monitor to probe again.
    package var monitor: Name<Monitor>

    /// The command for a monitor.
    package init(monitor: Name<Monitor>) { self.monitor = monitor }

    /// One `MonitorResumed`, or nothing where it is not paused.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.monitor(monitor)
        guard found.state == .paused else { return Decision(monitor, []) }
        return Decision(monitor, MonitorResumed(monitor: monitor))
    }
}

/// Takes a monitor down. A ticket that it has open stays for people.
package struct RemoveMonitor: MonitorCommand, Codable {
    package var monitor: Name<Monitor>

    /// The command for a monitor.
    package init(monitor: Name<Monitor>) { self.monitor = monitor }

    /// One `MonitorRemoved`, and a note on the ticket that it has open.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.monitor(monitor)
        var events = [Event(MonitorRemoved(monitor: monitor))]
        if let ticket = found.ticket {
            events.append(
                Event(TicketNoted(ticket: ticket, text: "monitor \(monitor) was removed")))
        }
        return Decision(monitor, events)
    }
}
