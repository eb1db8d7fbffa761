/// The value of a request that a refusal is about.
///
/// The keys of an applied file and the columns of an imported one are found by it.
package enum Field: Hashable, Sendable, CaseIterable {
    // Of any request.
    case change, version, reason, note
    // Of people.
    case clientName, client, mail, mails, unixUser, role
    // Of who does or agrees to something: the member of staff.
    case staffName, worker, agreedBy, manager
    // Of contracts.
    case start, months, projectName, package, hours, weeklyLimit
    // Of tickets and their plans.
    case subject, body, contract, onDemand, assignee, level, estimate, week, due, planWeeks
    case ticket, into, link, notes
    // Of files that belong to a ticket.
    case attachment
    // Of work: `packageOptions` are extra and an agreement, which go with a package.
    case duration, packageOptions, discard, cycle, statement
    // Of access data.
    case user, address, secret
    // Of monitors.
    case timing, check
    // Of files.
    case file, column, cell, rows
}

/// The rule that a value breaks, with its figures.
package enum Invalidity: Hashable, Sendable {
    case text(TextRule)
    case mail(MailRule)
    case agreement(AgreementRule)
    case work(WorkRule)
    case ticket(TicketRule)
    case attachment(AttachmentRule)
    case plan(PlanRule)
    case credential(CredentialRule)
    case monitor(MonitorRule)
    case row(CellRule)
    case table(TableRule)
    /// A name that stands for the caller.
    case meansTheCaller
    /// A change without a new value.
    case nothingNamed
    /// A version with a command that creates a thing.
    case noVersion
}
