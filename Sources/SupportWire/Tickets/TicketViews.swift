package import SupportModel

/// A ticket as the protocol shows it in a list, and as every change of one answers.
package struct TicketView: Listed {
    package static let plural = "tickets"

    /// The ticket's number, from 1, by which commands call it.
    package var ticket: Identifier<Ticket>
    /// The client that it is worked on for.
    package var client: Name<Client>
    /// Missing on demand.
    package var contract: Identifier<Contract>?
    /// How severe it is, 1 to 4 (R3).
    package var level: Level
    /// The kind of work, and that of its time entries unless they say otherwise.
    package var service: Name<Service>
    /// What it is about, in one line.
    package var subject: String
    /// Where it stands between open and closed.
    package var state: TicketState
    /// Whether a person, a monitor or a mail asked for it.
    package var source: TicketSource
    /// The monitor that opened it; missing when a person did.
    package var monitor: Name<Monitor>?
    /// Who works on it; missing while nobody does.
    package var assignee: Name<Staff>?
    /// How much work it is thought to be, in minutes; missing while nobody has said (R12).
    package var estimate: Minutes?
    /// The Monday of the week that it is planned for; missing for none (R12).
    package var plannedWeek: CivilDate?
    /// The day by which it was agreed to be done; missing where none was.
    package var due: CivilDate?
    /// When it was opened, from which its age in the queue counts.
    package var openedAt: Instant
    /// Who opened it: a person, or the desk for a monitor.
    package var openedBy: Principal
    /// When its work was last done; missing before that, and again once it is reopened.
    package var resolvedAt: Instant?
    /// The ticket that it was merged into, which its number means now; missing for most.
    package var mergedInto: Identifier<Ticket>?
    /// The sequence number of the record that last changed the ticket; `if_version` wants it.
    package var version: UInt64
    /// True in the answer to a change that found the ticket so already and recorded nothing; missing
    /// otherwise.
    package var unchanged: Bool?
}

extension TicketView {
    /// What callers see of a ticket.
    package init(_ ticket: Ticket) {
        self.init(
            ticket: ticket.number, client: ticket.client, contract: ticket.contract,
            level: ticket.level, service: ticket.service, subject: ticket.subject,
            state: ticket.state, source: ticket.source, monitor: ticket.monitor,
            assignee: ticket.assignee, estimate: ticket.estimate, plannedWeek: ticket.plannedWeek,
            due: ticket.due, openedAt: ticket.openedAt, openedBy: ticket.openedBy,
            resolvedAt: ticket.resolvedAt, mergedInto: ticket.mergedInto, version: ticket.version)
    }

    /// The answer to a change, which may have found the ticket so already.
    package init(_ ticket: Ticket, isUnchanged: Bool) {
        self.init(ticket)
        unchanged = isUnchanged ? true : nil
    }
}

/// What is promised of a ticket, and how it stands.
package struct DeadlineView: View {
    /// How a deadline stands.
    package enum Standing: String, Sendable, Codable, CaseIterable {
        /// Its time runs.
        case running
        /// Its time stands still, as the ticket waits for the client.
        case stopped
        /// It was kept.
        case met
        /// It has passed.
        case missed
    }

    package var kind: DeadlineKind
    /// The promised time.
    package var target: Minutes
    /// Whether only business hours count.
    package var business: Bool
    package var standing: Standing
    /// When it passes or has passed; missing while its time stands still, and where it was kept.
    package var at: Instant?
    /// When it was kept, though it may have been late; missing before, and once the ticket is resolved.
    package var metAt: Instant?
    /// What of the promised time is used up, in minutes, where its time stands still or is over.
    package var used: Minutes

    /// What callers see of a live ticket's deadline.
    package init(_ deadline: TicketDeadline, of ticket: Ticket, at now: Instant) {
        (kind, target, business) = (deadline.kind, deadline.target, deadline.isBusiness)
        (at, metAt) = (deadline.at, deadline.metAt)
        used = Minutes(Int(deadline.usedMilliseconds / 60_000))
        standing =
            if deadline.metAt != nil {
                deadline.at == nil ? .met : .missed
            } else if let at = deadline.at, at <= now {
                .missed
            } else {
                ticket.state == .waiting ? .stopped : .running
            }
    }

    /// What callers see of how a resolved ticket's deadline was kept.
    package init(_ outcome: DeadlineOutcome) {
        (kind, target, business) = (outcome.kind, outcome.target, outcome.business ?? false)
        (at, used) = (outcome.missedAt, outcome.used)
        standing = outcome.missedAt == nil ? .met : .missed
    }
}

/// What a client can expect of a ticket as the protocol shows it (R12).
package struct TurnaroundView: View {
    /// The deadline of the resolution; missing where none is promised, and while it stands still.
    package var due: Instant?
    /// The Monday of the first week that has hours for it; missing for this week.
    package var week: CivilDate?
    /// What that week still lets through, in minutes; missing where nothing is drawn from a package.
    package var room: Minutes?
    /// In the last week of a cycle whose hours were saved up: what of them it does not let through.
    package var beyond: Minutes?
    /// The day from which the hours of the next cycle can be used; with `beyond`.
    package var until: CivilDate?
    /// True where the work is extra hours; missing otherwise.
    package var extra: Bool?

    /// What callers see of an expectation.
    package init(_ expected: Turnaround) {
        (due, week, room) = (expected.due, expected.week, expected.room)
        (beyond, until) = (expected.beyond, expected.until)
        extra = expected.isExtra ? true : nil
    }
}

/// One line of a ticket's history as the protocol shows it.
package struct RemarkView: View {
    /// When it was written or done.
    package var at: Instant
    /// Who wrote or did it.
    package var by: Principal
    /// A person's note, or a change of the ticket in words: `resolved`.
    package var text: String
    /// True for what a person wrote.
    package var note: Bool
    /// Whether the client wrote or was sent it; missing for what is the house's own.
    package var correspondence: Correspondence?
    /// The files that came or went with it; missing for none, and for those that were detached.
    package var attachments: [Attachment]?
    /// The ticket that it was written on, where that was merged or split since; missing for this one.
    package var of: Identifier<Ticket>?
    /// The mail that it came by; missing for none.
    package var mail: RemarkMail?
}

extension RemarkView {
    /// What callers see of a line of a ticket's history.
    package init(_ remark: TicketRemark) {
        self.init(
            at: remark.at, by: remark.by, text: remark.text, note: remark.isNote,
            correspondence: remark.correspondence, attachments: remark.attachments, of: remark.of,
            mail: remark.mail)
    }
}

/// A ticket's relation to another one as the protocol shows it.
package struct LinkView: View {
    package var kind: LinkKind
    /// The other ticket.
    package var ticket: Identifier<Ticket>
    package var subject: String
    package var state: TicketState

    /// What callers see of a relation; nil where there is no such ticket.
    package init?(_ link: TicketLink, in state: State) {
        guard let other = state.tickets[link.ticket] else { return nil }
        (kind, ticket, subject) = (link.kind, link.ticket, other.subject)
        self.state = other.state
    }
}

/// A place in the working order as the protocol shows it.
package struct QueuePlaceView: Listed {
    package static let plural = "queue"

    /// 1 is next.
    package var rank: Int
    /// Why it stands there: `package, level 2, waiting 3 h`.
    package var reason: String
    /// The nearest deadline that is not kept; missing where nothing is promised.
    package var deadline: NextDeadlineView?
    /// The ticket that stands there.
    package var ticket: TicketView

    /// What callers see of a place in the queue.
    package init(_ place: QueuePlace) {
        rank = place.rank
        reason = place.reason
        deadline = place.deadline.flatMap(NextDeadlineView.init)
        ticket = TicketView(place.ticket)
    }
}

/// The deadline of a ticket that passes next.
package struct NextDeadlineView: View {
    package var kind: DeadlineKind
    /// When it passes, or has passed.
    package var at: Instant

    /// What callers see of a deadline; nil where its time stands still.
    package init?(_ deadline: TicketDeadline) {
        guard let at = deadline.at else { return nil }
        (kind, self.at) = (deadline.kind, at)
    }
}

/// What the statement of the open cycle comes to before and after a change.
package struct DueView: View {
    /// The cycle, 1 for the contract's first.
    package var cycle: Int
    /// Fee, extra hours and adjustments as they were.
    package var before: Money?
    /// The same as they are now, or would be.
    package var after: Money?
}
