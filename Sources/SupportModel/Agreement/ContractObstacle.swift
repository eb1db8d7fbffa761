/// Why a contract's state does not allow a command, with the figures.
package enum ContractObstacle: Hashable, Sendable {
    /// Because of its term (R5).
    case term(TermObstacle)
    /// Because of a suspension.
    case rest(RestObstacle)
    /// Because of the requirements of another package.
    case change(ChangeObstacle)
}

/// The use for which an active contract is required; each has its own options where it is not.
package enum ContractUse: Hashable, Sendable {
    /// A question about its hours, its plan or its closed cycles.
    case question
    /// A statement; the client's last month of work on demand, nil for none (R4).
    case statement(onDemand: CivilMonth?)
    /// A new ticket, which may name another contract, or be on demand.
    case newTicket
    /// Work on a ticket of the contract, which always stays with it; the client.
    case work(Name<Client>)
}

/// A refusal because of the term of a contract or its end (R5).
package enum TermObstacle: Hashable, Sendable {
    /// It has ended; `isTerminated`: before its term was over.
    case ended(lastDay: CivilDate, isTerminated: Bool)
    /// It was called off before its first day.
    case calledOff(start: CivilDate)
    /// It has ended, and the void of an entry has no open statement that could credit it (R10).
    case noStatement(lastDay: CivilDate, isTerminated: Bool)
    /// It was terminated, which a renewal does not undo.
    case terminated(Termination)
    /// It was terminated, and cannot be set to renew itself.
    case terminatedAndNotAuto
    /// It was terminated before, and no other last day is given.
    case terminatedAlready(Termination)
    /// It was not terminated, and there is nothing to take back.
    case notTerminated
    /// It was renewed, and that term has not begun; the last day of that term.
    case renewedAlready(lastDay: CivilDate)
    /// It ended so long ago that the cycle after its last day would also be over (R10).
    case nextCycleOver(lastDay: CivilDate)
}

/// A refusal because of a suspension.
package enum RestObstacle: Hashable, Sendable {
    /// There is no suspension that could be ended.
    case notSuspended
    /// Another suspension is ordered, and its end is unknown or after the open cycle.
    case suspendedAlready(OrderedRest?)
    /// Another suspension is ordered until a future day.
    case suspendedUntil(OrderedRest?, to: CivilDate)
    /// It is suspended, and a later suspension is ordered; `to` is the day on which it resumes
    /// before that.
    case suspendedAgain(to: CivilDate?, from: CivilDate)
    /// The closed cycle of this index has its hours in one pool with the next cycle, which has not
    /// begun (R11).
    case sharesPoolWithNext(cycle: Int)
    /// The next cycle, of this index, has its hours in one pool with the one that closed (R11).
    case sharesPoolWithClosed(cycle: Int)
    /// Hours are granted at once only to an active cycle; `from` is the first day of a future
    /// suspension, nil where it has begun.
    case noUpgrade(from: CivilDate?)
    /// The contract is suspended on all days until its last one.
    case noUpgradeUntilEnd(lastDay: CivilDate)
}

/// A suspension as it was ordered, relative to a day.
package struct OrderedRest: Hashable, Sendable {
    /// The first day that is suspended.
    package var from: CivilDate
    /// The day on which the contract resumes; nil while that is unknown.
    package var to: CivilDate?
    /// The reason in one line.
    package var reason: String
    /// Whether it has begun on that day.
    package var hasBegun: Bool

    /// A suspension of a contract, relative to a day.
    init(_ suspension: Suspension, on today: CivilDate) {
        from = suspension.from
        to = suspension.to
        reason = suspension.reason
        hasBegun = suspension.from <= today
    }
}

/// A refusal of a change of a contract's package.
package enum ChangeObstacle: Hashable, Sendable {
    /// The change takes effect with the next cycle, and the term has none (R1); the requested
    /// package, and the hours a month where they were given.
    case noNextCycle(title: String, package: Name<PackageOffer>, hours: Minutes?)
    /// The package is priced in another currency than the contract.
    case currency(of: String, offer: String, title: String)
}

/// A value of an agreement that is refused (R1, R5).
package enum AgreementRule: Hashable, Sendable {
    /// The term is outside 1 to `Limits.termMonthsMax` months.
    case months(Int)
    /// The start is outside the years 2000 to 2199.
    case start(CivilDate)
    /// The contract would have more than `Limits.contractMonthsMax` cycles.
    case tooManyCycles
    case hours(AgreedHoursRule)
    /// The contract has that package with those hours a month already.
    case packageUnchanged(Identifier<Contract>, title: String, included: Minutes)
    /// The cycle has had `Limits.upgradesPerCycleMax`; the first day of the next one.
    case tooManyUpgrades(next: CivilDate)
}

/// A refusal of the hours a month of a package (R1).
package enum AgreedHoursRule: Hashable, Sendable {
    /// The package has fixed hours a month.
    case fixed(title: String, hours: Int)
    /// The package does not fix hours a month, and none are given.
    case missing(title: String)
    /// Not more than 0, or more than `Limits.packageHoursMax` hours.
    case outside(Minutes)
    /// The weekly share of them, `percent`, is less than a minute (R9).
    case tooFew(Minutes, percent: Int)
}
