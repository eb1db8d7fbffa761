/// A client's support package: its terms, its term and the account of its hours.
package struct Contract: Hashable, Sendable, Codable {
    /// The number that people and scripts use: `contract 3`.
    package var number: Identifier<Contract>
    package var client: Name<Client>
    /// The project that the package covers, where a client has several; nil for everything.
    package var project: String?
    /// The account manager (R7).
    package var manager: Name<Staff>
    /// The zone that cycles, weeks and work dates are counted in.
    package var zone: ZoneName
    /// The day of the first cycle, from which all cycles are computed (R10).
    package var start: CivilDate
    /// How many cycles there are, those of renewed terms included (R5).
    package var months: Int
    /// The terms of the open cycle: as signed, changed or renewed.
    package var terms: ContractTerms
    /// Terms that take effect with a later cycle, soonest first; nil for none.
    package var planned: [PlannedTerms]?
    /// What happens at the end of the term; nil means `manual`.
    package var renewal: RenewalPolicy?
    /// The months of the current term, where the contract was renewed; nil: `months`.
    package var termMonths: Int?
    /// The suspensions as ordered, oldest first; only the last may be without an end, and none
    /// begins after a termination's last day. `rests` gives the effective ones.
    var suspensions: [Suspension]?
    /// The agreed end before the term is over.
    package var termination: Termination?
    /// Pairs of cycles whose hours form one pool (R11), in order of cycles.
    package var groups: [HourGroup]?
    /// The weekly limits of dissolved groups, which still apply to work that was booked before; nil
    /// for none.
    package var lapsedLimits: [LapsedLimit]?
    /// When it was signed, which may be long before or after it starts.
    package var signedAt: Instant
    /// Who entered the signature.
    package var signedBy: Principal
    /// Its cycles and the entries of the open one.
    package var account: HourAccount
    /// The sequence number of the record that last changed the contract.
    package var version: UInt64
}

/// An exception that an account manager agreed to, with the reason (R7).
package struct Agreement: Hashable, Sendable, Codable {
    /// The account manager who agreed.
    package var by: Name<Staff>
    /// The reason in one line, shown wherever the exception is shown.
    package var reason: String

    package init(by: Name<Staff>, reason: String) {
        (self.by, self.reason) = (by, reason)
    }
}

/// The term of a contract in months (R5).
enum Term {
    /// Refuses a number of months outside the range of a term.
    static func check(_ months: Int) throws(Refusal) {
        guard (1...Limits.termMonthsMax).contains(months) else {
            throw .invalid(.months, .agreement(.months(months)))
        }
    }
}

/// Hours that an upgrade granted at once to the running cycle, prorated by days.
package struct UpgradeGrant: Hashable, Sendable, Codable {
    /// The first day that the upgrade was paid for, in the contract's zone.
    package var on: CivilDate
    /// The monthly fee before.
    package var feeBefore: Money
    package var title: String
    /// The days left of the cycle, that day included.
    package var days: Int
    /// The days of the whole cycle.
    package var daysOfCycle: Int
    /// The hours granted: the difference of the packages, prorated, rounded half up to the minute.
    package var minutes: Minutes
    /// The charge: the difference of the fees, prorated, rounded to the minor unit and at a half
    /// away from zero; negative where the package with more hours costs less.
    package var fee: Money
}
