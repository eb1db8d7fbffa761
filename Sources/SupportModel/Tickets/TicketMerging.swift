/// Merges a ticket into another one of the same client: its notes, time, files, relations and running
/// timers go there, and its number means that ticket from then on.
///
/// The merged ticket counts from the opening of the earlier one, and has the more severe level of the two.
/// An entry keeps the contract that pays for it and the line of the statement that it is on: no hours
/// change.
package struct MergeTickets: TicketCommand, Codable {
    /// The ticket that is given up.
    package var ticket: Identifier<Ticket>
    /// The one that it becomes a part of; refused unless it is live.
    package var into: Identifier<Ticket>

    package init(ticket: Identifier<Ticket>, into: Identifier<Ticket>) {
        (self.ticket, self.into) = (ticket, into)
    }

    /// The same, into the ticket that the other one was merged into.
    package func following(_ state: State) -> MergeTickets {
        MergeTickets(ticket: ticket, into: state.survivor(of: into))
    }

    /// One `TicketMerged`, or nothing where it was merged into that ticket before; refused across clients,
    /// while a timer runs on a ticket that somebody else pays for, and where tickets would have to wait
    /// for each other.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        if let merged = found.mergedInto {
            guard merged == into else { throw .relation(.merged(ticket, merged)) }
            return Decision(into, [])
        }
        let other = try state.liveTicket(into)
        try expectMergeable(found, other, state)
        let isRaised = found.state.isLive && found.level < other.level
        return Decision(
            into,
            TicketMerged(ticket: ticket, into: into, level: isRaised ? found.level : nil))
    }

    private func expectMergeable(
        _ found: Ticket, _ other: Ticket, _ state: State
    ) throws(Refusal) {
        guard ticket != into else { throw .invalid(.into, .ticket(.mergedIntoItself(ticket))) }
        guard found.client == other.client else {
            throw .relation(
                .otherClient(ticket, of: found.client, into: into, ofOther: other.client))
        }
        let timer = state.allTimers.first { $0.ticket == ticket }
        if let timer, found.contract != other.contract {
            throw .relation(.runningTimer(ticket, of: timer.by, into: into))
        }
        guard !state.waits(ticket, for: into, through: true) else {
            throw .relation(.circle(ticket, into))
        }
        guard !state.waits(into, for: ticket, through: true) else {
            throw .relation(.circle(into, ticket))
        }
        let links = Set(found.links ?? []).union(other.links ?? [])
            .filter { $0.ticket != into && $0.ticket != ticket }
        guard links.count <= Limits.linksMax else {
            throw .relation(.tooManyLinks(into))
        }
    }
}

/// A ticket was merged into another one.
package struct TicketMerged: DeskEvent {
    package static let type = "ticket.merged"
    /// The ticket that was given up.
    var ticket: Identifier<Ticket>
    /// The one that has what it had.
    var into: Identifier<Ticket>
    /// The level that the other one has now; nil: the one that it had.
    var level: Level?

    /// Moves what the ticket had, and closes it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard let source = state.tickets[ticket], state.tickets[into] != nil else { return }
        let now = state.believed(stamp.at)
        let assignee = source.assignee.flatMap { state.staff[$0]?.name }
        let booked = state.work(of: source).booked
        state.giveUp(source, for: into, stamp)
        let raised = level.map { ", level \($0.rawValue) now" } ?? ""
        state.change(into, stamp, remark: "ticket \(ticket) merged into it\(raised)") {
            $0.absorb(source, assignee: assignee, booked: booked, at: now, stamp)
            if let level {
                $0.noteLevel(until: stamp.at)
                $0.level = level
            }
        }
        for (whose, timer) in state.timers where timer.ticket == ticket {
            state.timers[whose]?.ticket = into
        }
        for alias in source.merged ?? [] { state.tickets[alias]?.mergedInto = into }
        for link in source.links ?? [] {
            state.tickets[link.ticket]?.move(link.kind.inverse, from: ticket, to: into)
        }
    }

    /// `ticket 13 merged into ticket 12`.
    package var summary: String { "ticket \(ticket) merged into ticket \(into)" }
}

extension State {
    /// The ticket that a number means: the one that it was merged into, or itself.
    package func survivor(of number: Identifier<Ticket>) -> Identifier<Ticket> {
        tickets[number]?.mergedInto ?? number
    }

    /// The ticket that a number means, refused where there is none.
    package func meantTicket(_ number: Identifier<Ticket>) throws(Refusal) -> Ticket {
        try ticket(survivor(of: number))
    }

    /// Closes a ticket whose content goes to another one.
    fileprivate mutating func giveUp(
        _ source: Ticket, for other: Identifier<Ticket>, _ stamp: Stamp
    ) {
        change(source.number, stamp, remark: "merged into ticket \(other)") {
            $0.state = .closed
            $0.mergedInto = other
            if source.state.isLive { $0.noteMerge(at: stamp.at) }
            $0.resolvedAt = source.resolvedAt ?? stamp.at
            ($0.remarks, $0.entries, $0.links, $0.merged) = ([], [], nil, nil)
            ($0.estimate, $0.plannedWeek, $0.plannedParts, $0.due) = (nil, nil, nil, nil)
        }
    }
}

extension Ticket {
    /// Takes over what another ticket had.
    ///
    /// - Parameters:
    ///   - assignee: who had it; nil for nobody who is still there.
    ///   - booked: what is booked on it.
    ///   - now: the time of the merge, which a clock that is in doubt has no part in.
    fileprivate mutating func absorb(
        _ source: Ticket, assignee other: Name<Staff>?, booked: Minutes, at now: Instant,
        _ stamp: Stamp
    ) {
        if source.state.isLive {
            if assignee == nil { assignee = other }
            // What the agency has to do something about does not wait for the client.
            if state == .open || state == .waiting && source.state.runs {
                state = assignee == nil ? .open : .active
            }
            var merged = clock ?? TicketClock()
            merged.absorb(
                source.clock ?? TicketClock(), from: source.clockStart, own: clockStart,
                recordedAt: stamp.at)
            merged.align(with: state, at: now)
            if merged.respondedAt != clock?.respondedAt { noteResponse(until: stamp.at) }
            clock = merged
            due = [due, source.due].compactMap(\.self).min()
            let names = source.monitorNames.filter { !monitorNames.contains($0) }
            if !names.isEmpty { mergedMonitors = (mergedMonitors ?? []) + names }
        }
        absorbPlan(of: source, booked: booked)
        entries = (entries + source.entries).sorted()
        remarks = (remarks + source.history).sorted { $0.at < $1.at }
        merged = (merged ?? []) + [source.number] + (source.merged ?? [])
        for link in source.links ?? [] where link.ticket != number { add(link) }
        links = links?.filter { $0.ticket != source.number }
        if links?.isEmpty ?? false { links = nil }
    }

    /// Adds up the estimates, so that the work that is left stays what it was (R12): what was booked on
    /// the other ticket counts as done, and a resolved one has nothing left.
    private mutating func absorbPlan(of source: Ticket, booked: Minutes) {
        let theirs = source.state.isLive ? source.estimate : nil
        guard estimate != nil || theirs != nil else {
            if plannedWeek == nil, source.contract == contract { plannedWeek = source.plannedWeek }
            return
        }
        let isAlone = estimate == nil && plannedWeek == nil && entries.isEmpty
        if isAlone, source.contract == contract {
            (estimate, plannedWeek, plannedParts) =
                (theirs, source.plannedWeek, source.plannedParts)
            return
        }
        let sum = (estimate ?? .zero) + max(theirs ?? .zero, booked)
        estimate = estimate == nil ? nil : min(sum, Minutes(Limits.estimateMinutesMax))
        plannedParts = nil
    }

    /// What was asked and what happened since, as parts of another ticket's history.
    private var history: [TicketRemark] {
        let asked = TicketRemark(
            at: openedAt, by: openedBy, text: body.isEmpty ? subject : "\(subject)\n\n\(body)",
            isNote: true)
        return ([asked] + remarks).map { remark in
            var moved = remark
            moved.of = remark.of ?? number
            return moved
        }
    }

    /// Has a relation point to another ticket; one to itself is dropped.
    fileprivate mutating func move(
        _ kind: LinkKind, from old: Identifier<Ticket>, to new: Identifier<Ticket>
    ) {
        remove(TicketLink(kind: kind, ticket: old))
        if number != new { add(TicketLink(kind: kind, ticket: new)) }
    }

    /// The monitors whose outages it is about: the one that opened it, and those of tickets that were
    /// merged into it.
    var monitorNames: [Name<Monitor>] { (monitor.map { [$0] } ?? []) + (mergedMonitors ?? []) }

    /// When its deadlines began to run: when it was opened, or the first of those merged into it.
    package var clockStart: Instant { clock?.start ?? openedAt }
}
