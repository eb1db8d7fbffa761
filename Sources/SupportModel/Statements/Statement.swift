/// The report of a cycle to the client: the account in figures, and the amount to be paid.
///
/// A closed cycle's statement is stored in the record that closed it, with every text that could
/// change later, so that it never changes. `format` identifies how it was made: a release that
/// makes statements differently increments it, and still shows the old ones unchanged.
package struct Statement: Hashable, Sendable, Codable {
    /// The format that this release makes.
    package static let formatNow = 1
    /// The format of one that was made after its cycle had closed, for journals that kept none.
    package static let formatRemade = 0

    /// The format in which the statement was made; `formatNow` at that time.
    package var format: Int
    package var contract: Identifier<Contract>
    /// The client who pays.
    package var client: Name<Client>
    /// The client's title at that time.
    package var clientTitle: String
    /// The project that the package covers; nil for all of the client's.
    package var project: String?
    /// The account manager (R7).
    package var manager: Name<Staff>
    /// The package's title.
    package var title: String
    /// The zone in which its days are counted.
    package var zone: ZoneName
    /// The cycle with its granted hours.
    package var cycle: Cycle
    /// The fee and its discount.
    package var fee: StatementFee
    /// Hours that grouping added to the granted ones, minus those that it took (R11).
    package var grouped: Minutes
    /// Hours that the entries drew: package hours and grouped ones.
    package var used: Minutes
    /// Hours that were granted and not drawn when the cycle closed; 0 while it is open (R10).
    package var expired: Minutes
    /// Hours that are left; 0 once it has closed. `granted + grouped - used - expired = left`.
    package var left: Minutes
    /// The agreement behind grouped hours; nil for none.
    package var group: HourGroup?
    /// By service, then level.
    package var work: [StatementWork]
    /// Extra hours with their rate and amount.
    package var extra: StatementExtra
    /// Adjustments of earlier cycles, in order of entry.
    package var adjustments: [Adjustment]
    /// The sum of the adjustments.
    package var adjusted: Money
    /// Tickets worked on, in order of number.
    package var tickets: [StatementTicket]
    /// The amount to be paid: fee, extra hours and adjustments.
    package var total: Money
    /// When the cycle closed: the boundary's own time; nil while it is open.
    package var closedAt: Instant?
}

/// The price of a cycle before extra hours.
package struct StatementFee: Hashable, Sendable, Codable {
    /// The package's monthly fee at the beginning of the cycle.
    package var monthly: Money
    /// The prorated differences of upgrades.
    package var upgrades: [UpgradeGrant]
    /// The discount on the fee only, in percent (R5).
    package var discountPercent: Int
    /// The discount on the sum of the above, rounded half up once.
    package var discount: Money
    /// The fee after the discount.
    package var total: Money

    /// The fee of a cycle under its terms.
    init(_ terms: ContractTerms, _ cycle: Cycle) {
        let upgrades = cycle.upgrades ?? []
        let added = upgrades.reduce(Money(minorUnits: 0, currency: terms.monthlyFee.currency)) {
            $0 + $1.fee
        }
        // An upgrade replaced the terms during the cycle. Its addition to the fee is listed
        // separately, so the fee at the beginning of the cycle is used here.
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
    /// The extra hours.
    package var minutes: Minutes
    /// The price of an hour.
    package var rate: Money
    /// `minutes` at `rate`, rounded half up once, on the total.
    package var amount: Money
}

/// One ticket that was worked on in a cycle.
package struct StatementTicket: Hashable, Sendable, Codable {
    /// Its number.
    package var ticket: Identifier<Ticket>
    /// Its subject, cut to `Limits.statementTextBytesMax` bytes.
    package var subject: String
    /// Drawn from the package, of any cycle.
    package var package: Minutes
    /// Billed beyond it (R8).
    package var extra: Minutes
}

/// The work of one service and level in a cycle, and how it was covered.
package struct StatementWork: Hashable, Sendable, Codable {
    /// The kind of work (R2).
    package var service: Name<Service>
    /// Its title in the catalogue when the statement was made, cut to
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

/// A correction of an earlier cycle on a later statement: a late entry, or a void after that cycle
/// closed.
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
    package var ticket: Identifier<Ticket>
    package var date: CivilDate
    /// The kind of work (R2).
    package var service: Name<Service>
    /// Settled against the hours that had expired with the cycle, or drawn from the pool that it
    /// shared with the cycle of the statement (R11).
    package var settled: Minutes
    /// The part of `settled` that was drawn from the statement's own cycle, which is grouped with
    /// the earlier one; nil for none.
    package var grouped: Minutes?
    /// Billed beyond them.
    package var extra: Minutes
    /// The price of an extra hour in that cycle.
    package var rate: Money
    /// The price of the extra minutes, rounded to the minor unit, at a half away from zero.
    package var amount: Money
    /// The reason for the late booking or the void.
    package var reason: String

    /// How it covers its entry.
    package var split: EntrySplit {
        EntrySplit(
            entry: entry, package: settled - (grouped ?? .zero), grouped: grouped ?? .zero,
            extra: extra)
    }

    /// The change of the cycle's expired hours.
    var settlement: Settlement {
        Settlement(
            cycle: settledIn ?? cycle, monday: Week(containing: date).monday, minutes: settled)
    }
}

/// Lookup of the statement for a caller's reference.
extension State {
    /// The statement of a cycle: the stored one, or the present one of the open cycle.
    ///
    /// Nil selects the cycle that closed last, whose statement is to be sent, or the open cycle
    /// before any has closed. Refused where the contract has no such cycle so far, or where two
    /// begin in the month (R10).
    /// - Parameter titles: the titles of the services, for an open cycle.
    package func statement(
        of contract: Contract, cycle reference: CycleReference?, titles: [Name<Service>: String]
    ) throws(Refusal) -> Statement {
        let index = try contract.index(of: reference)
        if let closed = contract.account.closed(index) {
            return closed.statement ?? remadeStatement(of: contract, closed)
        }
        guard let open = contract.account.open, open.index == index else {
            throw .unknownCycle(
                contract.number, .number(index + 1), known: contract.cycles,
                isCalledOff: contract.isCalledOff)
        }
        return statement(of: contract, open, Coverage(of: contract), titles: titles)
    }
}

extension Contract {
    /// The closed cycles and the open one, in order.
    package var cycles: [Cycle] {
        account.closed.map(\.cycle) + (account.open.map { [$0] } ?? [])
    }

    /// The index of the one cycle that a reference selects.
    fileprivate func index(of reference: CycleReference?) throws(Refusal) -> Int {
        guard let reference else { return max(0, account.closed.count - 1) }
        let found = cycles.filter(reference.means)
        guard let cycle = found.first else {
            throw .unknownCycle(
                number, reference, known: cycles, isCalledOff: isCalledOff)
        }
        guard found.count == 1 else {
            throw .cycleAmbiguous(number, reference, found: found)
        }
        return cycle.index
    }
}
