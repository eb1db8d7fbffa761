/// What weeks and closed cycles still have to give while entries are covered one after another.
struct WeekRooms: Hashable, Sendable {
    /// Without its entries, which would be copied as the next one is added.
    private var account: HourAccount
    private var taken = WeekDraws()
    private var expired: [Int: Minutes] = [:]

    init(_ contract: Contract) {
        account = contract.account
        account.entries = []
        account.late = nil
    }

    /// What a week still takes: its limit less what closed cycles and earlier bookings draw (R9).
    mutating func room(_ monday: Int, limit: Minutes) -> Minutes {
        max(.zero, limit - drawn(monday))
    }

    /// Notes that an entry draws from a week.
    mutating func take(_ monday: Int, _ minutes: Minutes) {
        taken.set(monday, drawn(monday) + minutes)
    }

    /// What is left of a closed cycle's expired hours.
    func expiredLeft(_ index: Int) -> Minutes {
        expired[index] ?? account.expiredLeft(ofCycle: index)
    }

    /// Notes that a late entry draws from them.
    mutating func takeExpired(_ index: Int, _ minutes: Minutes) {
        expired[index] = expiredLeft(index) - minutes
    }

    private mutating func drawn(_ monday: Int) -> Minutes {
        if let known = taken[monday] { return known }
        let week = Week(containing: CivilDate(daysSinceEpoch: monday))
        let drawn = account.drawnBefore(in: week)
        taken.set(monday, drawn)
        return drawn
    }
}
