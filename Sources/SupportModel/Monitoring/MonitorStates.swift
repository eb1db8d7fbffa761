/// Counts looks in a row and says when the desk should believe something else.
///
/// It lives beside the state, not in it: single looks are not journaled, changes of belief are.
/// After a gap the count begins anew, so that a gap can never make a monitor `down`.
package struct MonitorTracker: Sendable {
    /// The last look at each monitor.
    private var looks: [Name<Monitor>: LastLook] = [:]
    /// Those that were looked at since the last gap; what was counted of the others counts no more.
    private var seen: Set<Name<Monitor>> = []

    /// A tracker that has seen nothing, as after every start of the desk.
    package init() {}

    /// The last look at a monitor since the desk started.
    package func lastLook(_ monitor: Name<Monitor>) -> LastLook? { looks[monitor] }

    /// Forgets a monitor, or what was counted for one that now looks at something else.
    package mutating func forget(_ monitor: Name<Monitor>) {
        looks[monitor] = nil
        seen.remove(monitor)
    }

    /// Takes note of a gap: the next look at each monitor is the first of its count.
    package mutating func interrupt() { seen = [] }

    /// Takes a look in and says what to believe now, if that differs from the monitor's state.
    ///
    /// - Parameter uptime: milliseconds on a clock that also counts the host's sleep.
    package mutating func take(
        _ observation: ProbeObservation, of monitor: Monitor, at now: Instant, uptime: Int64
    ) -> MonitorState? {
        guard monitor.state != .paused else { return nil }
        let allowed = Int64(
            2 * monitor.timing.intervalMilliseconds + 2 * monitor.timing.timeoutMilliseconds + 5000)
        let before = looks[monitor.name]
        let continuous =
            !seen.insert(monitor.name).inserted
            && before.map { uptime - $0.uptime <= allowed } ?? false
        let sameOutcome = continuous && before?.observation.outcome == observation.outcome
        let streak = sameOutcome ? (before?.streak ?? 0) + 1 : 1
        looks[monitor.name] = LastLook(
            observation: observation, at: now, uptime: uptime, streak: streak)
        // A failure right after a gap opens nothing: the way there may just be coming back.
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
            // One look that could not be made says nothing yet; a row of them does.
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

/// Believes what looks have shown, and opens or resolves the monitor's ticket in the same record.
package struct ChangeMonitorState: Command {
    /// The monitor that was looked at.
    package var monitor: Name<Monitor>
    /// What is believed of it now.
    package var to: MonitorState
    /// What was seen, shortened to one line of `Limits.probeDetailBytesMax` bytes.
    package let detail: String

    /// The change to a state, resting on what was seen, however long that text is.
    package init(monitor: Name<Monitor>, to: MonitorState, detail: String) {
        self.monitor = monitor
        self.to = to
        self.detail = PrintableText.line(detail, bytesMax: Limits.probeDetailBytesMax)
    }

    /// The change, and with it the ticket that it opens, notes or resolves; nothing for a monitor
    /// that is gone, paused or in that state already.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard let found = state.monitors[monitor], found.state != to, found.state != .paused
        else { return [] }
        var events = [
            Event(
                MonitorStateChanged(
                    monitor: monitor, from: found.state, to: to, detail: detail))
        ]
        // An outage that goes on after a gap has had its ticket: people may have resolved it since.
        if to == .down, found.downSince == nil {
            events.append(opening(of: found, state, context))
        }
        if to == .up, let number = found.ticket, let ticket = state.tickets[number] {
            events.append(recovery(of: found, ticket, context))
        }
        return events
    }

    /// Opens a ticket, or tells the one that is still open from an earlier outage.
    private func opening(of found: Monitor, _ state: State, _ context: Context) -> Event {
        found.ticket.map { Event(TicketNoted(ticket: $0, text: "down again: \(detail)")) }
            ?? Event(ticket(for: found, state, context))
    }

    private func ticket(for found: Monitor, _ state: State, _ context: Context) -> TicketOpened {
        TicketOpened(
            number: Identifier(after: state.lastTicket), client: found.client,
            contract: state.activeContracts(of: found.client, at: state.believed(context.now))
                .first?.number,
            level: found.level, service: context.catalogue.monitoringService,
            subject: "\(monitor) is down", body: detail, source: .monitor, monitor: monitor)
    }

    /// Resolves the ticket if nobody touched it; otherwise a person does (product, section 3).
    private func recovery(of found: Monitor, _ ticket: Ticket, _ context: Context) -> Event {
        let since = found.downSince ?? found.since
        let milliseconds = max(0, context.now.milliseconds(since: since))
        let words = "up again after \(DurationText.length(milliseconds: milliseconds)): \(detail)"
        return ticket.touched
            ? Event(TicketNoted(ticket: ticket.number, text: words))
            : Event(TicketResolved(ticket: ticket.number, note: words))
    }
}

/// What the desk believes of a monitor has changed.
package struct MonitorStateChanged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.state-changed"
    /// The monitor that was looked at.
    var monitor: Name<Monitor>
    /// What was believed of it before.
    var from: MonitorState
    /// What is believed of it from then on.
    var to: MonitorState
    /// What it rests on: `connection refused`.
    var detail: String

    /// Sets the state, and where `down` or `up` is reached, the start or the end of the outage.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.monitors[monitor] else { return }
        changed.state = to
        changed.since = stamp.at
        changed.detail = detail
        changed.version = stamp.sequence
        switch to {
        case .down: changed.downSince = changed.downSince ?? stamp.at
        case .up: changed.downSince = nil
        default: break
        }
        state.monitors[monitor] = changed
    }

    /// `monitor acme-shop failing to down: connection refused`.
    package var summary: String {
        "monitor \(monitor) \(from.rawValue) to \(to.rawValue): \(detail)"
    }
}
