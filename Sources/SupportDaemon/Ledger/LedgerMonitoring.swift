import Logging
package import SupportModel

/// Receives the observations of workers.
extension Ledger {
    /// Counts an observation, and changes its monitor's state when the count requires it.
    ///
    /// An observation whose record cannot be stored is dropped: the count continues with the next
    /// one.
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
                    monitor: monitor.name, to: belief, detail: observation.detail,
                    after: tracker.lastProbe(monitor.name)))
            logOutage(before: monitor)
        } catch {
            note("a monitor's change could not be stored", error)
        }
    }

    /// Logs the beginning and the end of an outage, with what it is about.
    private func logOutage(before: Monitor) {
        guard let after = state.monitors[before.name],
            (before.downSince == nil) != (after.downSince == nil)
        else { return }
        var values: Logger.Metadata = [
            "monitor": "\(after.name)", "client": "\(after.client)",
            "event-seq": "\(after.version)", "detail": "\(after.detail)",
        ]
        if let ticket = after.ticket ?? before.ticket { values["ticket"] = "\(ticket)" }
        if after.downSince != nil {
            logger.warning("\(LogMessage.monitorDown)", metadata: values)
        } else {
            logger.notice("\(LogMessage.monitorUp)", metadata: values)
        }
    }

    /// Records a gap in monitoring: no monitor's state is known until its next probe, and earlier
    /// counts are void.
    package func interruptMonitoring(_ reason: String) {
        tracker.interrupt()
        do {
            try perform(InterruptMonitoring(reason: reason))
        } catch {
            note("the gap in monitoring could not be stored", error)
        }
    }

    /// Keeps why there is no worker, for `status`; nothing while one is connected.
    package func note(noWorkerBecause why: String) {
        if !worker.connected { worker.note = why }
    }

    /// Notifies the subscriber of monitors that a record has changed.
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

    /// Subscribes to orders for the worker; replaces an earlier subscriber.
    package func subscribeToMonitors(_ notify: @escaping @Sendable (MonitorOrder) -> Void) {
        onMonitorChange = notify
    }
}

/// What the worker must do about one monitor.
package enum MonitorOrder: Hashable, Sendable {
    /// Probe it as it now is, or no longer when it is removed or paused.
    case refresh(Name<Monitor>)
    /// Probe it once, now.
    case probe(Name<Monitor>)
}
