package import SupportModel

/// Where a contract's hours stand. Amounts of work are minutes.
///
/// `granted + grouped - used - expired = left`, whether the cycle is open or closed.
package struct BalanceView: View {
    /// The number of the contract whose hours these are.
    package var contract: Identifier<Contract>
    /// The client that holds the contract.
    package var client: Name<Client>
    /// The package's title on the day of signing, such as `Starter`.
    package var title: String
    /// The zone in which the contract counts its days and weeks.
    package var zone: ZoneName
    /// The cycle that all the figures are about.
    package var cycle: CycleView
    /// What the cycle granted when it began.
    package var granted: Minutes
    /// What the cycle that it is grouped with adds, or has taken; missing where there is no group
    /// (R11).
    package var grouped: Minutes?
    /// What its entries draw, grouped hours included.
    package var used: Minutes
    /// What its entries draw beyond the package, to be billed separately (R8).
    package var extra: Minutes
    /// What expired when the cycle closed; 0 while it is open (R10).
    package var expired: Minutes
    /// What has been granted and not drawn; 0 for a closed cycle.
    package var left: Minutes
    /// The day at whose beginning what is left expires: the end of the cycle, or of its group
    /// (R11); missing for a closed cycle, and while the contract rests before that day and nobody has
    /// said until when.
    package var expires: CivilDate?
    /// True where the contract rests on the day that was asked for; missing otherwise.
    package var suspended: Bool?
    /// The first day of the suspension that lasts or is to come; missing for none.
    package var suspendedFrom: CivilDate?
    /// The day on which it goes on; missing where nobody has said.
    package var suspendedUntil: CivilDate?
    /// The notices of the cycle's hours that have been recorded so far; missing for none.
    package var told: [HourNotice]?
    /// The Monday of the week that holds today (R9); missing for a closed cycle.
    package var week: CivilDate?
    /// The most that this week may draw from the package (R9); missing for a closed cycle.
    package var weekLimit: Minutes?
    /// What this week has drawn, on both sides of a boundary that cuts it; missing for a closed
    /// cycle.
    package var weekDrawn: Minutes?
    /// What this week may still draw, never more than what is left; missing for a closed cycle.
    package var weekRoom: Minutes?
    /// The Monday on which the next week's room begins; missing for a closed cycle, where the contract
    /// ends before, and where it rests until somebody says otherwise.
    package var nextWeek: CivilDate?
    /// What can still be drawn before the hours expire (R12); missing for a closed cycle.
    package var usable: Minutes?
    /// What saving the hours for their last week would delay (R12); missing where that is nothing,
    /// before the middle of the cycle, and in that week.
    package var lastWeek: SavedHours?
}

extension BalanceView {
    /// The balance of a contract's open cycle.
    package init(_ balance: HourBalance, of contract: Contract) {
        self.contract = contract.number
        client = contract.client
        title = contract.terms.title
        zone = contract.zone
        cycle = CycleView(balance.cycle)
        granted = balance.granted
        grouped = contract.group(ofCycle: balance.cycle.index) == nil ? nil : balance.grouped
        used = balance.used
        extra = balance.extra
        expired = .zero
        left = balance.left
        expires = balance.expires
        let rest = contract.rests.first { $0.to.map { balance.today < $0 } ?? true }
        suspended = rest.flatMap { $0.contains(balance.today) ? true : nil }
        suspendedFrom = rest?.from
        suspendedUntil = rest?.to
        told = contract.account.told
        week = balance.week
        weekLimit = balance.weekLimit
        weekDrawn = balance.weekDrawn
        weekRoom = balance.weekRoom
        nextWeek = balance.nextWeek
        usable = balance.usable
        lastWeek = balance.saved
    }

    /// The final figures of a closed cycle, which has no week and no hours left.
    package init(_ closed: ClosedCycle, of contract: Contract) {
        self.init(
            contract: contract.number, client: contract.client,
            title: closed.terms?.title ?? contract.terms.title, zone: contract.zone,
            cycle: CycleView(closed), granted: closed.cycle.granted, grouped: closed.grouped,
            used: closed.used, extra: closed.extra, expired: closed.expired, left: closed.left)
    }
}

/// What one ISO week lets through of one cycle (R9), if nothing is booked before. Amounts of work
/// are minutes.
///
/// A week that a boundary cuts stands twice, and both share its limit.
package struct WeekRoomView: View {
    /// The week's Monday.
    package var week: CivilDate
    /// The first day of it that counts: today, the Monday, or the first day of the cycle.
    package var from: CivilDate
    /// The cycle whose hours it draws from, 1 for the contract's first.
    package var cycle: Int
    /// The most that it may draw.
    package var limit: Minutes
    /// What it has drawn.
    package var drawn: Minutes
    /// What it may still draw on the first day that counts, never more than is left of the cycle.
    package var room: Minutes
}

extension WeekRoomView {
    /// What callers see of a week.
    package init(_ week: WeekRoom) {
        self.init(
            week: week.monday, from: week.from, cycle: week.cycle + 1, limit: week.limit,
            drawn: week.drawn, room: week.room)
    }
}

/// A notice of a cycle's hours that became due. Amounts of work are minutes.
package struct NoticeView: View {
    /// Which share of the hours is used, or that some can no longer be used (R12).
    package var notice: HourNotice
    /// What the cycle's entries draw.
    package var used: Minutes
    /// What there is to draw from, grouped hours included.
    package var available: Minutes
    /// What the weekly limit still lets through before the hours expire.
    package var usable: Minutes
    /// The same in one sentence.
    package var text: String
}

extension NoticeView {
    /// What callers see of a notice.
    package init(_ notified: HoursNotified) {
        self.init(
            notice: notified.notice, used: notified.used, available: notified.available,
            usable: notified.usable, text: notified.text)
    }
}
