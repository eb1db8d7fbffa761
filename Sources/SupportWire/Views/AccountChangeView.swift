package import SupportModel

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
    ///
    /// - Parameter told: the notices that became due, of any contract.
    package init?(
        _ change: AccountChange?, of contract: Identifier<Contract>, told: [HoursTold]
    ) {
        self.contract = contract
        take(change, told: told.filter { $0.contract == contract })
        if others == nil, othersAmount == nil, statement == nil, notices == nil { return nil }
    }
}
