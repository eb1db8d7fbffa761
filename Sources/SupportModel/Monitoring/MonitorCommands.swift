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
package struct AddMonitor: Command, Codable {
    package typealias Made = Name<Monitor>

    /// The name of the new monitor, unique on the whole desk; refused when it is taken.
    package var monitor: Name<Monitor>
    /// The client whose site or host is monitored and for whom its tickets are opened; refused when
    /// archived.
    package var client: Name<Client>
    package var check: Check
    /// The level of its tickets; nil: 1 for a site, 2 for a resource.
    package var level: Level?
    /// The time between two probes, in milliseconds, 1 s to 1 day; nil: the policy's.
    package var every: Int?
    /// The time between two probes while failures are counted, in milliseconds, 1 s to `every`;
    /// nil: the policy's, or `every` where that is shorter.
    package var retry: Int?
    /// The time after which a probe has failed, in milliseconds, 100 ms to 5 min; nil: the
    /// policy's.
    package var timeout: Int?
    /// Failures in a row that count as an outage, 1 to 100; nil: the policy's.
    package var failures: Int?
    /// Successes in a row that end an outage, 1 to 100; nil: the policy's.
    package var successes: Int?

    package init(
        monitor: Name<Monitor>, client: Name<Client>, check: Check, level: Level? = nil,
        every: Int? = nil, retry: Int? = nil, timeout: Int? = nil, failures: Int? = nil,
        successes: Int? = nil
    ) {
        (self.monitor, self.client, self.check, self.level) = (monitor, client, check, level)
        (self.every, self.retry, self.timeout, self.failures) = (every, retry, timeout, failures)
        self.successes = successes
    }

    /// One `MonitorAdded`, or what in the check or its rhythm cannot be.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let client = try state.currentClient(client)
        guard state.monitors[monitor] == nil else { throw .exists(.monitor, monitor.text) }
        let timing = context.policy.timing(of: check).changed(
            every: every, retry: retry, timeout: timeout, failures: failures, successes: successes)
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
    /// The same timing with some values replaced. A retry that was not named never exceeds a new
    /// interval.
    fileprivate func changed(
        every: Int?, retry: Int?, timeout: Int?, failures: Int?, successes: Int?
    ) -> MonitorTiming {
        let interval = every ?? intervalMilliseconds
        return MonitorTiming(
            intervalMilliseconds: interval,
            retryMilliseconds: retry ?? min(retryMilliseconds, max(1000, interval)),
            timeoutMilliseconds: timeout ?? timeoutMilliseconds,
            failuresToBelieve: failures ?? failuresToBelieve,
            successesToBelieve: successes ?? successesToBelieve)
    }

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

/// Changes the check, the timing or the level of a monitor. What is nil stays as it is.
package struct ChangeMonitor: MonitorCommand, Codable {
    package var monitor: Name<Monitor>
    /// The new check, which replaces the former one as a whole.
    package var check: Check?
    /// The level of the tickets that it will open.
    package var level: Level?
    /// The time between two probes, in milliseconds, 1 s to 1 day.
    package var every: Int?
    /// The time between two probes while failures are counted, in milliseconds, 1 s to `every`;
    /// nil: unchanged, or `every` where that is shorter now.
    package var retry: Int?
    /// The time after which a probe has failed, in milliseconds, 100 ms to 5 min.
    package var timeout: Int?
    /// Failures in a row that count as an outage, 1 to 100.
    package var failures: Int?
    /// Successes in a row that end an outage, 1 to 100.
    package var successes: Int?

    package init(
        monitor: Name<Monitor>, check: Check? = nil, level: Level? = nil, every: Int? = nil,
        retry: Int? = nil, timeout: Int? = nil, failures: Int? = nil, successes: Int? = nil
    ) {
        (self.monitor, self.check, self.level, self.every) = (monitor, check, level, every)
        (self.retry, self.timeout, self.failures) = (retry, timeout, failures)
        self.successes = successes
    }

    /// One `MonitorChanged`; refused when nothing is to change or a new value cannot be.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let old = try state.monitor(monitor).timing
        let wanted = old.changed(
            every: every, retry: retry, timeout: timeout, failures: failures, successes: successes)
        let timing = wanted == old ? nil : wanted
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
        (self.monitor, self.reason) = (monitor, reason)
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
