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
}
