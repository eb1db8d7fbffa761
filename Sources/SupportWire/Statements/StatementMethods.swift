package import SupportModel

/// Shows the statement of a cycle: frozen for a closed one, as it stands for the open one.
package struct StatementShow: Request {
    package static let method = Method<StatementView>.read("statement.show", .long, for: .seeMoney)

    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The cycle's number, 1 for the first, or the month in which it begins, such as `2026-10`;
    /// unless said the cycle that closed last, and before any has closed the open one.
    package var cycle: CycleReference?

    package init(contract: ContractReference, cycle: CycleReference? = nil) {
        (self.contract, self.cycle) = (contract, cycle)
    }
}

/// A statement as the protocol shows it. Amounts of work are minutes.
///
/// Nothing in it depends on when or by whom it is asked for: that of a closed cycle is the same for
/// ever (R10).
package struct StatementView: View {
    /// How it was made; a client that does not know the form must not lay it out. 0: put together
    /// afterwards, for a cycle that closed before statements were kept.
    package var format: Int
    /// True for a closed cycle; false for the open one, whose figures are those so far.
    package var final: Bool
    /// The number of the contract.
    package var contract: Identifier<Contract>
    /// Who pays.
    package var client: Name<Client>
    /// What the client was called.
    package var clientTitle: String
    /// What the package looks after; missing for everything.
    package var project: String?
    /// The account manager (R7).
    package var manager: Name<Staff>
    /// The package's title.
    package var title: String
    /// The zone that its days are counted in.
    package var zone: ZoneName
    /// The cycle's number, 1 for the contract's first.
    package var cycle: Int
    /// The cycle's first day.
    package var from: CivilDate
    /// The day after its last.
    package var to: CivilDate
    /// When it was frozen: the boundary's own time; missing while the cycle is open.
    package var closedAt: Instant?
    /// The fee and its discount.
    package var fee: StatementFeeView
    /// What the cycle granted, upgrades included.
    package var granted: Minutes
    /// What grouping added to that, less what it took (R11).
    package var grouped: Minutes
    /// What the entries drew: package hours and grouped ones.
    package var used: Minutes
    /// What was granted and not drawn when the cycle closed (R10).
    package var expired: Minutes
    /// `granted + grouped - used - expired = left`; 0 once it has closed.
    package var left: Minutes
    /// The agreement behind grouped hours; missing for none.
    package var group: GroupView?
    /// By service, then level.
    package var work: [StatementWork]
    /// Extra hours with their rate and amount.
    package var extra: StatementExtra
    /// What is carried for earlier cycles, in order of entry.
    package var adjustments: [AdjustmentView]
    /// What the adjustments cost together.
    package var adjusted: Money
    /// Tickets worked on, in order of number.
    package var tickets: [StatementTicket]
    /// What is to be paid: fee, extra hours and adjustments.
    package var total: Money

    /// What callers see of a statement.
    package init(_ statement: Statement) {
        format = statement.format
        final = statement.closedAt != nil
        contract = statement.contract
        client = statement.client
        clientTitle = statement.clientTitle
        project = statement.project
        manager = statement.manager
        title = statement.title
        zone = statement.zone
        cycle = statement.cycle.index + 1
        from = statement.cycle.from
        to = statement.cycle.to
        closedAt = statement.closedAt
        fee = StatementFeeView(statement.fee)
        granted = statement.cycle.granted
        grouped = statement.grouped
        used = statement.used
        expired = statement.expired
        left = statement.left
        group = statement.group.map(GroupView.init)
        work = statement.work
        extra = statement.extra
        adjustments = statement.adjustments.map(AdjustmentView.init)
        adjusted = statement.adjusted
        tickets = statement.tickets
        total = statement.total
    }
}
