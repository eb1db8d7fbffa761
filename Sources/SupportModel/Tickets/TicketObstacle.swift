/// An act on a ticket that requires certain states.
package enum TicketAct: Hashable, Sendable, CaseIterable {
    /// Work is booked on it or planned for it: not closed.
    case work
    /// It is assigned, or its level is changed: open, active or waiting.
    case change
    /// It is resolved: open, active or waiting.
    case resolve
    /// It is taken up again: waiting.
    case resume
    /// It is closed: resolved.
    case close
    /// It is reopened: resolved or closed.
    case reopen
}

/// A value of a ticket that is refused.
package enum TicketRule: Hashable, Sendable {
    /// Both a contract and on demand are given.
    case contractAndOnDemand
    /// The contract is another client's.
    case contract(Identifier<Contract>, of: Name<Client>, for: Name<Client>)
    /// The assignee is a viewer, who does not work on tickets.
    case viewer(Name<Staff>)
    /// The note is blank.
    case emptyNote
    /// A ticket does not relate to itself.
    case linkedToItself(Identifier<Ticket>)
    /// People do not make relations of this kind.
    case linkOfTheDesk(LinkKind)
    /// The ticket has `Limits.linksMax` relations, or would have more.
    case tooManyLinks(Identifier<Ticket>)
    /// The first ticket has to wait for the second already.
    case circle(Identifier<Ticket>, Identifier<Ticket>)
    /// A ticket is not merged into itself.
    case mergedIntoItself(Identifier<Ticket>)
    /// The ticket was merged into another one before.
    case merged(Identifier<Ticket>, Identifier<Ticket>)
    /// Tickets of two clients are not merged.
    case otherClient(
        Identifier<Ticket>, of: Name<Client>, into: Identifier<Ticket>, ofOther: Name<Client>)
    /// A timer runs on a ticket that is to be merged into one that somebody else pays for.
    case runningTimer(Identifier<Ticket>, of: Principal, into: Identifier<Ticket>)
    /// The ticket is continued by another one, which is live.
    case continued(Identifier<Ticket>, by: Identifier<Ticket>)
    /// The ticket has no note at this place of its history.
    case noSuchNote(Identifier<Ticket>, Int)
}
