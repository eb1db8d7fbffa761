package import SupportModel

/// A reply that says what a change does to other work and to the open statement.
package protocol AccountReply {
    /// By how much the extra hours of other entries change, less than 0 where they are covered now;
    /// missing where nothing does (R8).
    var others: Minutes? { get set }
    /// What that costs, or gives back; missing where nothing does.
    var othersAmount: Money? { get set }
    /// What the open cycle's statement comes to; missing where the change does not move it.
    var statement: DueView? { get set }
    /// What became due to be told of the hours by it; missing for nothing.
    var notices: [NoticeView]? { get set }
}

extension AccountReply {
    /// Takes over what a change does, and the notices that it made due.
    package mutating func take(_ change: AccountChange, notices due: [HoursNotified]) {
        notices = due.isEmpty ? nil : due.map { NoticeView($0) }
        others = change.others == .zero ? nil : change.others
        othersAmount = change.othersAmount.minorUnits == 0 ? nil : change.othersAmount
        guard let cycle = change.cycle, change.dueBefore != change.dueAfter else { return }
        statement = DueView(cycle: cycle + 1, before: change.dueBefore, after: change.dueAfter)
    }
}

/// What a change of many entries does to one contract: to its other work and its open statement.
package struct AccountChangeView: AccountReply, Codable, Hashable, Sendable {
    /// The contract that entries were booked on.
    package var contract: Identifier<Contract>
    /// By how much the extra hours of other entries change, less than 0 where they are covered now;
    /// missing where nothing does (R8).
    package var others: Minutes?
    /// What that costs, or gives back; missing where nothing does.
    package var othersAmount: Money?
    /// What the open cycle's statement comes to; missing where it stays as it was.
    package var statement: DueView?
    /// What became due to be told by it; missing for nothing.
    package var notices: [NoticeView]?

    /// Nil where there is nothing to tell.
    package init?(
        _ change: AccountChange, of contract: Identifier<Contract>, notices: [HoursNotified]
    ) {
        self.contract = contract
        take(change, notices: notices)
        if others == nil, othersAmount == nil, statement == nil, self.notices == nil { return nil }
    }
}
