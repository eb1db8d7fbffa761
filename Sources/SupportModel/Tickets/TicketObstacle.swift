/// What is done with a ticket, and wants it in certain states.
package enum TicketAct: Hashable, Sendable, CaseIterable {
    /// Work is booked on it or planned for it: not closed.
    case work
    /// It is assigned, or its level is changed: open or active.
    case change
    /// It is resolved: open or active.
    case resolve
    /// It is closed: resolved.
    case close
    /// It is taken up again: resolved or closed.
    case reopen
}

/// What one value of a ticket does not allow.
package enum TicketRule: Hashable, Sendable {
    /// A contract is named, and on demand as well.
    case contractAndOnDemand
    /// The contract is another client's.
    case contract(Identifier<Contract>, of: Name<Client>, for: Name<Client>)
    /// A viewer works on no tickets.
    case viewer(Name<Staff>)
    /// A note says something.
    case emptyNote
    /// It is the ticket's level already.
    case levelUnchanged(Level)
}
