/// A thing that cannot be taken away or changed, as something else needs it.
package enum NeededThing: Hashable, Sendable {
    /// A Unix user, who is one person.
    case unixUser(String)
    /// What a person may do.
    case role(Name<Staff>)
    case staff(Name<Staff>)
    case client(Name<Client>)
    /// The first day of a suspension.
    case firstDayOfRest(CivilDate)
    /// The last day of a contract.
    case lastDay(CivilDate)
    /// What the package of one title covers, and that of another would not.
    case coverage(of: String, not: String)
    /// The one ticket that a monitor has open.
    case openTicket(Name<Monitor>)

    /// The value of a request that is to blame; nil where it is none.
    var field: Field? {
        switch self {
        case .unixUser: .unixUser
        case .role: .role
        case .coverage: .package
        case .staff, .client, .firstDayOfRest, .lastDay, .openTicket: nil
        }
    }
}

/// What needs a thing.
package enum Holder: Hashable, Sendable {
    /// Another person.
    case staff(Name<Staff>)
    /// A contract whose account manager it is (R7).
    case managedContract(Identifier<Contract>)
    /// A ticket that is assigned to them.
    case assignedTicket(Identifier<Ticket>)
    /// A contract that has not ended.
    case contract(Identifier<Contract>)
    /// A ticket that is not resolved.
    case ticket(Identifier<Ticket>)
    case monitor(Name<Monitor>)
    /// An upgrade to the package of a title, on a day.
    case upgrade(title: String, on: CivilDate)
    /// Work that was booked, the last for this day.
    case work(last: CivilDate)
    /// Work of the open cycle, of which so much would become extra (R2, R9).
    case coveredWork(Minutes)
    /// Another ticket that the same monitor has opened.
    case otherTicket(Identifier<Ticket>)
}
