/// What a client is told of a cycle: the account in figures, and what is to be paid.
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
    /// What the package looks after; nil for everything.
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
