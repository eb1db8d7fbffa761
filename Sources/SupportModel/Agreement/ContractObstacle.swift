/// Why a contract's state does not allow what was asked for, with the figures.
package enum ContractObstacle: Hashable, Sendable {
    /// By what was agreed of its term (R5).
    case term(TermObstacle)
    /// By a suspension.
    case rest(RestObstacle)
    /// By what another package would need.
    case change(ChangeObstacle)
}

/// What the term of a contract, or its end, does not allow (R5).
package enum TermObstacle: Hashable, Sendable {
    /// It has ended; `isTerminated`: before its term was over.
    case ended(lastDay: CivilDate, isTerminated: Bool)
    /// It was terminated, which a renewal does not undo.
    case terminated(Termination)
    /// It was terminated, and cannot be set to renew itself.
    case terminatedAndNotAuto
    /// It was terminated before, and no other last day is named.
    case terminatedAlready(Termination)
    /// It was renewed, and that term has not begun; the last day of that term.
    case renewedAlready(lastDay: CivilDate)
    /// It ended so long ago that the cycle after its last day would be over too (R10).
    case nextCycleOver(lastDay: CivilDate)
}

/// What a suspension of a contract does not allow.
package enum RestObstacle: Hashable, Sendable {
    /// There is no suspension that could be ended.
    case notSuspended
    /// Another suspension is ordered, and its end is not known, or lies beyond the open cycle.
    case suspendedAlready(OrderedRest?)
    /// Another suspension is ordered until a day that is to come.
    case suspendedUntil(OrderedRest?, to: CivilDate)
    /// It rests, and a later suspension is ordered; `to` is the day on which it goes on before that.
    case suspendedAgain(to: CivilDate?, from: CivilDate)
    /// The closed cycle of this index has its hours in one pool with the next cycle, which has not
    /// begun (R11).
    case sharesPoolWithNext(cycle: Int)
    /// The next cycle, of this index, has its hours in one pool with the one that closed (R11).
    case sharesPoolWithClosed(cycle: Int)
    /// Hours are granted at once only to a cycle that runs; the first day of the suspension where
    /// that is to come, nil where it has begun.
    case noUpgrade(from: CivilDate?)
    /// None of the days until the contract's last one is one on which it runs.
    case noUpgradeUntilEnd(lastDay: CivilDate)
}

/// A suspension as it was ordered, seen on a day.
package struct OrderedRest: Hashable, Sendable {
    /// The first day that is suspended.
    package var from: CivilDate
    /// The day on which the contract goes on; nil while nobody has said.
    package var to: CivilDate?
    /// Why, in one line.
    package var reason: String
    /// Whether it has begun.
    package var hasBegun: Bool

    /// A suspension of a contract, seen on a day.
    init(_ suspension: Suspension, on today: CivilDate) {
        from = suspension.from
        to = suspension.to
        reason = suspension.reason
        hasBegun = suspension.from <= today
    }
}

/// What a change of a contract's package does not allow.
package enum ChangeObstacle: Hashable, Sendable {
    /// The change waits for the next cycle, and the term has none (R1); the package that was asked
    /// for, and hours a month where they were named.
    case noNextCycle(title: String, package: Name<PackageOffer>, hours: Minutes?)
    /// The package is priced in another currency than the contract.
    case currency(of: String, offer: String, title: String)
}

/// What one value of an agreement does not allow (R1, R5).
package enum AgreementRule: Hashable, Sendable {
    /// A term is 1 to `Limits.termMonthsMax` months.
    case months(Int)
    /// A contract begins in the years 2000 to 2199.
    case start(CivilDate)
    /// The contract would have more than `Limits.contractMonthsMax` cycles.
    case tooManyCycles
    case hours(AgreedHoursRule)
    /// The contract has that package with those hours a month already.
    case packageUnchanged(Identifier<Contract>, title: String, included: Minutes)
    /// The cycle has had `Limits.upgradesPerCycleMax`; the first day of the next one.
    case tooManyUpgrades(next: CivilDate)
}

/// What the hours a month of a package do not allow (R1).
package enum AgreedHoursRule: Hashable, Sendable {
    /// The package has fixed hours a month.
    case fixed(title: String, hours: Int)
    /// The package has none, and none are named.
    case missing(title: String)
    /// Not more than 0, or more than `Limits.packageHoursMax` hours.
    case outside(Minutes)
    /// The share of a week, in percent, is less than a minute (R9).
    case tooFew(Minutes, percent: Int)
}
