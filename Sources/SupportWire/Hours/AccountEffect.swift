package import SupportModel

/// What a change of an account answers: what it did, and its effect on the account.
package typealias AccountReply<Answer: View> = Joined<
    Answer, AccountEffect
>

/// What a change does to the hours of a contract, to other work on it and to its open statement.
package struct AccountEffect: View {
    /// The hours afterwards; missing on demand, where nothing was booked, and while no cycle is open.
    package var balance: BalanceView?
    /// By how much the extra hours of other entries change, less than 0 where they are covered now;
    /// missing where nothing does (R8).
    package var others: Minutes?
    /// What that costs, or gives back; missing where nothing does.
    package var othersAmount: Money?
    /// What the open cycle's statement comes to; missing where the change does not move it.
    package var statement: DueView?
    /// The notices that became due by it; missing for none.
    package var notices: [NoticeView]?

    /// A change that leaves every account as it was.
    package init() {}

    /// The effect of a change, and the notices that became due by it.
    package init(
        _ change: AccountChange, notices due: [HoursNotified], balance: BalanceView? = nil
    ) {
        self.balance = balance
        notices = due.isEmpty ? nil : due.map { NoticeView($0) }
        others = change.others == .zero ? nil : change.others
        othersAmount = change.othersAmount.minorUnits == 0 ? nil : change.othersAmount
        guard let cycle = change.cycle, change.dueBefore != change.dueAfter else { return }
        statement = DueView(cycle: cycle + 1, before: change.dueBefore, after: change.dueAfter)
    }
}

/// The contract that a change of many entries has an effect on.
package struct AffectedContract: View {
    /// The contract that entries were booked on.
    package var contract: Identifier<Contract>
}

extension Joined<AffectedContract, AccountEffect> {
    /// What a change of many entries does to one contract, whose balance is answered elsewhere; nil
    /// where it does nothing.
    package init?(_ effect: AccountEffect, of contract: Identifier<Contract>) {
        var effect = effect
        effect.balance = nil
        guard effect != AccountEffect() else { return nil }
        self.init(AffectedContract(contract: contract), effect)
    }
}

extension Joined where Second == AccountEffect {
    /// The effect of the change on the account.
    package var effect: AccountEffect { second }
}
