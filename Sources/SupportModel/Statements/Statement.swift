/// The report of a cycle to the client: the account in figures, and the amount to be paid.
///
/// A closed cycle's statement is frozen in the record that closed it, with every word that could
/// change later, so that it is the same for ever. `format` says how it was made: a release that
/// makes statements otherwise counts it up, and still shows the old ones as they were.
package struct Statement: Hashable, Sendable, Codable {
    /// The form that this release makes.
    package static let formatNow = 1
    /// The form of one that was made after its cycle had closed, for journals that kept none.
    package static let formatRemade = 0

    /// How the statement was made; `formatNow` on the day.
    package var format: Int
    /// The contract.
    package var contract: Identifier<Contract>
    /// Who pays.
    package var client: Name<Client>
    /// What the client was called.
    package var clientTitle: String
    /// The project that the package covers; nil for all of the client's.
    package var project: String?
    /// The account manager (R7).
    package var manager: Name<Staff>
    /// The package's title.
    package var title: String
    /// The zone that its days are counted in.
    package var zone: ZoneName
    /// Which month, and what it granted.
    package var cycle: Cycle
    /// The fee and its discount.
    package var fee: StatementFee
    /// What the grouping added to the granted hours, less what it took (R11).
    package var grouped: Minutes
    /// What the entries drew: package hours and grouped ones.
    package var used: Minutes
    /// What was granted and not drawn when the cycle closed; 0 while it is open (R10).
    package var expired: Minutes
    /// What is left; 0 once it has closed. `granted + grouped - used - expired = left`.
    package var left: Minutes
    /// The agreement behind grouped hours; nil for none.
    package var group: StatementGroup?
    /// By service, then level.
    package var work: [StatementWork]
    /// Extra hours with their rate and amount.
    package var extra: StatementExtra
    /// What is carried for earlier cycles, in order of entry.
    package var adjustments: [Adjustment]
    /// What the adjustments cost together.
    package var adjusted: Money
    /// Tickets worked on, in order of number.
    package var tickets: [StatementTicket]
    /// What is to be paid: fee, extra hours and adjustments.
    package var total: Money
    /// When it was frozen: the boundary's own time; nil while the cycle is open.
    package var closedAt: Instant?
}

/// What a cycle costs before extra hours.
package struct StatementFee: Hashable, Sendable, Codable {
    /// The package's monthly fee at the beginning of the cycle.
    package var monthly: Money
    /// The prorated differences of upgrades.
    package var upgrades: [UpgradeGrant]
    /// Off the fee and nothing else, in percent (R5).
    package var discountPercent: Int
    /// What the discount takes off the sum of the above, rounded half up once.
    package var discount: Money
    /// What is left to pay.
    package var total: Money

    /// The fee of a cycle under its terms.
    init(_ terms: ContractTerms, _ cycle: Cycle) {
        let upgrades = cycle.upgrades ?? []
        let added = upgrades.reduce(Money(minorUnits: 0, currency: terms.monthlyFee.currency)) {
            $0 + $1.fee
        }
        // An upgrade replaced the terms in the course of the cycle: what it added to the fee is
        // listed, so the fee at the beginning stands beside it.
        let nothing = Money(minorUnits: 0, currency: terms.monthlyFee.currency)
        monthly =
            cycle.settlesOnly ?? false ? nothing : upgrades.first?.feeBefore ?? terms.monthlyFee
        self.upgrades = upgrades
        discountPercent = terms.discountPercent
        let whole = monthly + added
        discount = whole.part(terms.discountPercent, of: 100)
        total = whole - discount
    }
}

/// The extra hours of a cycle and what they cost (R8).
package struct StatementExtra: Hashable, Sendable, Codable {
    /// How much.
    package var minutes: Minutes
    /// What an hour costs.
    package var rate: Money
    /// `minutes` at `rate`, rounded half up once, on the whole.
    package var amount: Money
}

/// The grouping that a cycle was part of, and the agreement behind it (R11).
package struct StatementGroup: Hashable, Sendable, Codable {
    /// The index of the first cycle of the two.
    package var first: Int
    /// Who agreed, and why.
    package var agreement: Agreement
    /// When.
    package var at: Instant
    /// What one week may draw, where the agreement says otherwise than R9.
    package var weeklyLimit: Minutes?

    init(_ group: HourGroup) {
        first = group.first
        agreement = group.agreement
        at = group.at
        weeklyLimit = group.weeklyLimit
    }
}

/// One ticket that was worked on in a cycle.
package struct StatementTicket: Hashable, Sendable, Codable {
    /// Its number.
    package var ticket: Identifier<Ticket>
    /// Its subject, cut to `Limits.statementTextBytesMax` bytes.
    package var subject: String
    /// Drawn from the package, of whichever cycle.
    package var package: Minutes
    /// Billed beyond it (R8).
    package var extra: Minutes
}

/// The work of one service and level in a cycle, and how it was covered.
package struct StatementWork: Hashable, Sendable, Codable {
    /// The kind of work (R2).
    package var service: Name<Service>
    /// What the catalogue called it when the statement was made, cut to
    /// `Limits.statementTextBytesMax` bytes.
    package var title: String
    /// The level of its tickets when it was booked (R3).
    package var level: Level
    /// Drawn from the package.
    package var package: Minutes
    /// Drawn from the hours of the other cycle of a group (R11).
    package var grouped: Minutes
    /// Billed beyond them (R8).
    package var extra: Minutes
}

/// What a statement carries for an earlier cycle: a late entry, or a void after that cycle closed.
///
/// The closed cycle's own statement never changes (R10). Amounts of a void are negative.
package struct Adjustment: Hashable, Sendable, Codable {
    /// The entry that was booked late or voided.
    package var entry: Identifier<TimeEntry>
    /// True for a void, false for a late entry.
    package var isVoid: Bool
    /// The index of the earlier cycle.
    package var cycle: Int
    /// The index of the cycle whose expired hours it is settled against, where that is another one:
    /// the second of a group, with which the hours of both expired (R11); nil for `cycle`.
    package var settledIn: Int?
    /// The ticket of the work.
    package var ticket: Identifier<Ticket>
    /// The day of the work.
    package var date: CivilDate
    /// What kind of work it was.
    package var service: Name<Service>
    /// Settled against the hours that had expired with the cycle, or drawn from the pool that it
    /// shared with the cycle of the statement (R11).
    package var settled: Minutes
    /// What of `settled` came out of the hours of the statement's own cycle, grouped with the earlier
    /// one; nil for nothing.
    package var grouped: Minutes?
    /// Billed beyond them.
    package var extra: Minutes
    /// What an extra hour cost in that cycle.
    package var rate: Money
    /// What the extra minutes cost, rounded to the minor unit, at a half away from zero.
    package var amount: Money
    /// Why it came late, or why it was voided.
    package var reason: String

    /// What it changes of the cycle's expired hours.
    var settlement: Settlement {
        Settlement(
            cycle: settledIn ?? cycle, monday: Week(containing: date).monday, minutes: settled)
    }
}

/// Finding the statement that a caller means.
extension State {
    /// The statement of a cycle: as it was frozen, or of the open cycle as it stands.
    ///
    /// Nil means the cycle that closed last, which is the one to send, and before any has closed
    /// the open one. Refused where the contract has no such cycle so far, or where two begin in the
    /// month (R10).
    /// - Parameter titles: what the services are called, for an open cycle.
    package func statement(
        of contract: Contract, cycle reference: CycleReference?, titles: [Name<Service>: String]
    ) throws(Refusal) -> Statement {
        let index = try contract.index(of: reference)
        if let closed = contract.account.closed(index) {
            return closed.statement ?? remadeStatement(of: contract, closed)
        }
        guard let open = contract.account.open, open.index == index else {
            throw .unknownCycle(contract.number, .number(index + 1), known: contract.cycles)
        }
        return statement(of: contract, open, Coverage(of: contract), titles: titles)
    }
}

extension Contract {
    /// The closed cycles and the open one, in order.
    package var cycles: [Cycle] {
        account.closed.map(\.cycle) + (account.open.map { [$0] } ?? [])
    }

    /// The index of the one cycle that is meant.
    fileprivate func index(of reference: CycleReference?) throws(Refusal) -> Int {
        guard let reference else { return max(0, account.closed.count - 1) }
        let found = cycles.filter(reference.means)
        guard let cycle = found.first else {
            throw .unknownCycle(number, reference, known: cycles)
        }
        guard found.count == 1 else {
            throw .cycleAmbiguous(number, reference, found: found)
        }
        return cycle.index
    }
}
