/// Sets up a monitor for a client.
package struct AddMonitor: Command {
    /// What it will be called; refused when the name is taken.
    package var monitor: Name<Monitor>
    /// Whose site or host it watches; refused when archived.
    package var client: Name<Client>
    /// What to look at, and what is right there.
    package var check: Check
    /// Nil: the policy's for that kind of check.
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
    /// How a check of that kind looks unless told otherwise.
    package func timing(of check: Check) -> MonitorTiming {
        check.isSiteCheck ? siteTiming : resourceTiming
    }
}

extension MonitorTiming {
    func expectPossible() throws(Refusal) {
        guard let problem else { return }
        throw .invalid(what: "the timing", why: "cannot be", wayOut: problem)
    }
}

extension Check {
    func expectPossible() throws(Refusal) {
        guard let problem = problem() else { return }
        throw .invalid(what: "the \(type) check", why: "cannot be done", wayOut: problem)
    }
}
