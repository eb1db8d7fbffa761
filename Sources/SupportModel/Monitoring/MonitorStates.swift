/// Counts equal outcomes in a row and decides when a monitor's state changes.
///
/// It is kept beside the state, not in it: single probes are not recorded in the journal, changes
/// of a monitor's state are. After a gap the count restarts, so that a gap can never make a monitor
/// `down`.
package struct MonitorTracker: Sendable {
    private var probes: [Name<Monitor>: LastProbe] = [:]
    /// Monitors that were probed since the last gap; the counts of all others are void.
    private var seen: Set<Name<Monitor>> = []

    /// A tracker without observations, as after every start of the desk.
    package init() {}

    /// The last probe of a monitor since the desk started.
    package func lastProbe(_ monitor: Name<Monitor>) -> LastProbe? { probes[monitor] }

    /// Forgets what was counted for a monitor that was removed, paused or changed.
    package mutating func forget(_ monitor: Name<Monitor>) {
        probes[monitor] = nil
        seen.remove(monitor)
    }

    /// Records a gap: the next probe of each monitor is the first of its count.
    package mutating func interrupt() { seen = [] }

    /// Counts an observation and returns the monitor's new state; nil when it does not change.
    ///
    /// - Parameter uptime: milliseconds on a clock that also counts the host's sleep.
    package mutating func take(
        _ observation: ProbeObservation, of monitor: Monitor, at now: Instant, uptime: Int64
    ) -> MonitorState? {
        guard monitor.state != .paused else { return nil }
        let allowed = Int64(
            2 * monitor.timing.intervalMilliseconds + 2 * monitor.timing.timeoutMilliseconds + 5000)
        let before = probes[monitor.name]
        let continuous =
            !seen.insert(monitor.name).inserted
            && before.map { uptime - $0.uptime <= allowed } ?? false
        let last = LastProbe(
            observation, at: now, uptime: uptime, after: before, isContinuous: continuous)
        probes[monitor.name] = last
        let streak = last.streak
        // The first failure after a gap changes nothing: the network of this host may still be
        // starting.
        let isFirstFailure =
            !continuous && monitor.state == .unknown && observation.outcome == .failure
        let state = belief(observation.outcome, streak: isFirstFailure ? 0 : streak, monitor)
        return state == monitor.state ? nil : state
    }

    private func belief(
        _ outcome: ProbeObservation.Outcome, streak: Int, _ monitor: Monitor
    ) -> MonitorState {
        switch outcome {
        case .unknown:
            // One probe that could not run proves nothing; several in a row make the state
            // unknown.
            return streak >= monitor.timing.failuresToBelieve ? .unknown : monitor.state
        case .failure:
            if streak >= monitor.timing.failuresToBelieve { return .down }
            return monitor.downSince == nil
                ? .failing
                : monitor.state == .recovering
                    ? .down : monitor.state
        case .success:
            if monitor.downSince == nil { return .up }
            return streak >= monitor.timing.successesToBelieve ? .up : .recovering
        }
    }
}

extension LastProbe {
    /// The probe that follows another one.
    ///
    /// - Parameter isContinuous: whether no gap lies between them.
    fileprivate init(
        _ observation: ProbeObservation, at now: Instant, uptime: Int64, after before: LastProbe?,
        isContinuous: Bool
    ) {
        let seen = SeenProbe(observation: observation, at: now)
        let same = before.flatMap {
            isContinuous && $0.observation.outcome == observation.outcome ? $0 : nil
        }
        let isFailure = observation.outcome == .failure
        self.observation = observation
        at = now
        self.uptime = uptime
        streak = (same?.streak ?? 0) + 1
        streakSince = same?.streakSince ?? now
        failures =
            isFailure ? ((same?.failures ?? []) + [seen]).suffix(Limits.reportedFailuresMax) : []
        lastSuccess = observation.outcome == .success ? seen : before?.lastSuccess
    }
}

/// Changes a monitor's state, and opens, notes or resolves its ticket in the same record.
package struct ChangeMonitorState: Command {
    package var monitor: Name<Monitor>
    package var to: MonitorState
    /// The reason, shortened to one line of at most `Limits.probeDetailBytesMax` bytes.
    package let detail: String
    /// The probes that led to the change, for the ticket that it opens; nil where they are not known.
    package let last: LastProbe?

    /// The change to a state; the detail may have any length.
    package init(
        monitor: Name<Monitor>, to: MonitorState, detail: String, after last: LastProbe? = nil
    ) {
        (self.monitor, self.to, self.last) = (monitor, to, last)
        self.detail = PrintableText.line(detail, bytesMax: Limits.probeDetailBytesMax, mark: "")
    }

    /// The change, and with it the ticket that it opens, notes or resolves; nothing for a monitor
    /// that is gone, paused or in that state already.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        guard let found = state.monitors[monitor], found.state != to, found.state != .paused
        else { return Decision([]) }
        var events = [
            Event(
                MonitorStateChanged(
                    monitor: monitor, from: found.state, to: to, detail: detail))
        ]
        // An outage that continues after a gap has had its ticket: people may have resolved it
        // since.
        if to == .down, found.downSince == nil {
            events += opening(of: found, state, context)
        }
        if to == .up, let number = found.ticket, let ticket = state.tickets[number] {
            events.append(recovery(of: found, ticket, state, context))
        }
        return Decision(events)
    }

    /// Opens a ticket, or adds a note to the one that is still open from an earlier outage; one that
    /// waits for the client waits no longer, as the outage is the agency's to see to.
    private func opening(of found: Monitor, _ state: State, _ context: Context) -> [Event] {
        guard let number = found.ticket else { return [Event(ticket(for: found, state, context))] }
        let note = Event(TicketNoted(ticket: number, text: "down again: \(report(of: found))"))
        guard state.tickets[number]?.state == .waiting else { return [note] }
        return [note, Event(TicketResumed(ticket: number))]
    }

    private func report(of found: Monitor) -> String {
        last.map { OutageReport(monitor: found, last: $0).text } ?? detail
    }

    private func ticket(for found: Monitor, _ state: State, _ context: Context) -> TicketOpened {
        TicketOpened(
            number: Identifier(after: state.lastTicket), client: found.client,
            contract: state.activeContracts(of: found.client, at: state.believed(context.now))
                .first?.number,
            level: found.level, service: context.catalogue.monitoringService,
            subject: "\(monitor) is down", body: report(of: found), source: .monitor,
            monitor: monitor)
    }

    /// Resolves a ticket that no person has changed; otherwise adds a note, and a person resolves
    /// it (product, section 3).
    private func recovery(
        of found: Monitor, _ ticket: Ticket, _ state: State, _ context: Context
    ) -> Event {
        let since = found.downSince ?? found.since
        let milliseconds = max(0, context.now.milliseconds(since: since))
        let words = "up again after \(DurationText.length(milliseconds: milliseconds)): \(detail)"
        let outcomes = state.outcomes(of: ticket, resolvedAt: state.believed(context.now))
        return ticket.touched
            ? Event(TicketNoted(ticket: ticket.number, text: words))
            : Event(
                TicketResolved(
                    ticket: ticket.number, note: words,
                    deadlines: outcomes.isEmpty ? nil : outcomes))
    }
}

/// A monitor's state changed.
package struct MonitorStateChanged: DeskEvent {
    package static let type = "monitor.state-changed"
    var monitor: Name<Monitor>
    var from: MonitorState
    var to: MonitorState
    /// The reason: `connection refused`.
    var detail: String

    /// Sets the state; at `down` or `up` also the start or the end of the outage.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors.change(monitor, stamp) {
            $0.become(to, detail, stamp)
            switch to {
            case .down: $0.downSince = $0.downSince ?? stamp.at
            case .up: $0.downSince = nil
            default: break
            }
        }
    }

    /// `monitor acme-shop failing to down: connection refused`.
    package var summary: String {
        "monitor \(monitor) \(from.rawValue) to \(to.rawValue): \(detail)"
    }
}
