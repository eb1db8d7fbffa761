/// A thing that cannot be removed or changed, as something else needs it.
package enum NeededThing: Hashable, Sendable {
    /// A Unix user, which only one person can have.
    case unixUser(String)
    /// The role of a person.
    case role(Name<Staff>)
    case staff(Name<Staff>)
    case client(Name<Client>)
    /// The first day of a suspension.
    case firstDayOfRest(CivilDate)
    /// The last day of a contract.
    case lastDay(CivilDate)
    /// Work that the package of one title covers and that of another would not.
    case coverage(of: String, not: String)
    /// The one ticket that a monitor has open.
    case openTicket(Name<Monitor>)

    /// The value of the request that caused the refusal; nil for none.
    var field: Field? {
        switch self {
        case .unixUser: .unixUser
        case .role: .role
        case .coverage: .package
        case .staff, .client, .firstDayOfRest, .lastDay, .openTicket: nil
        }
    }
}

/// The thing that needs another one.
package enum Holder: Hashable, Sendable {
    /// Another person.
    case staff(Name<Staff>)
    /// A contract whose account manager is the person (R7).
    case managedContract(Identifier<Contract>)
    /// A ticket that is assigned to them.
    case assignedTicket(Identifier<Ticket>)
    /// Their timer runs on the ticket.
    case runningTimer(Name<Staff>, on: Identifier<Ticket>)
    /// A contract that has not ended.
    case contract(Identifier<Contract>)
    /// A ticket that is not resolved.
    case ticket(Identifier<Ticket>)
    case monitor(Name<Monitor>)
    /// An upgrade to the package of a title, on a day.
    case upgrade(title: String, on: CivilDate)
    /// Booked work, the last of it on this day.
    case work(last: CivilDate)
    /// Work of the open cycle; the minutes of it that would become extra (R2, R9).
    case coveredWork(Minutes)
    /// Another ticket that the same monitor has opened.
    case otherTicket(Identifier<Ticket>)
}
