/// What is to be recorded of a ticket's deadline, and when.
package struct DeadlineAlarm: Hashable, Comparable, Sendable {
    package var at: Instant
    package var ticket: Identifier<Ticket>
    /// What is recorded then.
    package var mark: DeadlineMark

    package static func < (left: DeadlineAlarm, right: DeadlineAlarm) -> Bool {
        if left.at != right.at { return left.at < right.at }
        return left.ticket < right.ticket
    }
}

/// The next thing to be recorded of each ticket's deadlines, soonest first.
package typealias DeadlineAlarms = SortedByKey<Identifier<Ticket>, DeadlineAlarm>

extension State {
    /// When something is to be recorded next of a ticket's deadline; nil for nothing. Asked for with every
    /// request.
    package var nextDeadlineMark: Instant? { alarms.first?.at }
}

extension Ticket {
    /// What is to be recorded next of its deadlines; nil for nothing.
    func alarm(of deadlines: [TicketDeadline]) -> DeadlineAlarm? {
        let clock = clock ?? TicketClock()
        return deadlines.filter { $0.metAt == nil }.compactMap { deadline in
            guard let at = deadline.at, !clock.has(.missed, of: deadline.kind) else { return nil }
            let warning = deadline.warnAt.flatMap {
                clock.has(.warned, of: deadline.kind) ? nil : $0
            }
            let mark = DeadlineMark(
                kind: deadline.kind, stage: warning == nil ? .missed : .warned, deadline: at)
            return DeadlineAlarm(at: warning ?? at, ticket: number, mark: mark)
        }.min()
    }
}

/// Records what is due of tickets' deadlines, soonest first. A warning that comes no sooner than the
/// deadline itself, as after a time in which the desk was off, is left out.
package struct MarkDeadlines: Command {
    /// For everything that is due.
    package init() {}

    /// A `DeadlinePassed` for each ticket whose next alarm is due, at most
    /// `Limits.deadlineMarksMax`.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        let due = state.alarms.elements.prefix { $0.at <= context.now }
            .prefix(Limits.deadlineMarksMax)
        return Decision(
            due.map { alarm in
                var mark = alarm.mark
                if mark.deadline <= context.now { mark.stage = .missed }
                return Event(DeadlinePassed(ticket: alarm.ticket, mark: mark))
            })
    }
}

/// A ticket's deadline is near, or has passed. Each is recorded once for a ticket.
package struct DeadlinePassed: DeskEvent {
    package static let type = "ticket.deadline"
    package var ticket: Identifier<Ticket>
    package var mark: DeadlineMark

    /// Notes it with the ticket; its version stays, as nobody has changed it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.tickets[ticket] else { return }
        let old = changed
        var clock = changed.clock ?? TicketClock()
        var noted = mark
        noted.recordedAt = stamp.at
        clock.note(noted)
        changed.clock = clock
        changed.remarks.append(
            TicketRemark(at: stamp.at, by: stamp.by, text: mark.words, isNote: false))
        state.put(changed, insteadOf: old)
    }

    /// `ticket 12: first response due at 2026-10-05T10:00:00.000Z, missed`.
    package var summary: String { "ticket \(ticket): \(mark.words)" }
}

extension DeadlineMark {
    fileprivate var words: String {
        "\(kind.title) due at \(deadline)" + (stage == .missed ? ", missed" : "")
    }
}
