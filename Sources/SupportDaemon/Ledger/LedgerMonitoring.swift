package import SupportModel

/// Taking in what workers see.
extension Ledger {
    /// Counts a look, and believes something else of its monitor when the count says so.
    ///
    /// A look that nothing can be stored of is forgotten: the count goes on with the next one.
    package func observe(_ observation: ProbeObservation) {
        guard let monitor = state.monitors[observation.monitor] else { return }
        let now = clock.now
        guard
            let belief = tracker.take(observation, of: monitor, at: now, uptime: clock.uptime)
        else { return }
        settle()
        do {
            try perform(
                ChangeMonitorState(
                    monitor: monitor.name, to: belief, detail: observation.detail))
        } catch {
            note("a monitor's change could not be stored", error)
        }
    }

    /// Notes that nobody looked for a while: nothing is known of any monitor until somebody has
    /// looked again, and what was counted before counts no more.
    package func interruptMonitoring(_ reason: String) {
        tracker.interrupt()
        do {
            try perform(InterruptMonitoring(reason: reason))
        } catch {
            note("the gap in monitoring could not be stored", error)
        }
    }

    /// Tells the worker about monitors that a record has changed.
    func refreshWorker(_ events: [Event]) {
        guard let onMonitorChange else { return }
        for event in events {
            switch event.body {
            case let event as MonitorAdded: onMonitorChange(.refresh(event.monitor))
            case let event as MonitorChanged:
                tracker.forget(event.monitor)
                onMonitorChange(.refresh(event.monitor))
            case let event as MonitorRemoved:
                tracker.forget(event.monitor)
                onMonitorChange(.refresh(event.monitor))
            case let event as MonitorPaused:
                tracker.forget(event.monitor)
                onMonitorChange(.refresh(event.monitor))
            case let event as MonitorResumed: onMonitorChange(.refresh(event.monitor))
            default: break
            }
        }
    }

    /// Asks to be told what the worker has to know.
    package func subscribeToMonitors(_ notify: @escaping @Sendable (MonitorOrder) -> Void) {
        onMonitorChange = notify
    }
}

/// What the worker has to be told about one monitor.
package enum MonitorOrder: Hashable, Sendable {
    /// Look at it as it now is, or no more when it is gone or paused.
    case refresh(Name<Monitor>)
    /// Look at it once, now.
    case probe(Name<Monitor>)
}
