import SupportModel
import SupportWire

/// Where a contract's hours stand, as equations that can be checked by hand.
enum BalanceLines {
    /// `granted 40h - used 12h30m = left 27h30m`.
    static func package(_ balance: BalanceView) -> StyledText {
        let sum: StyledText = "granted \(balance.granted) - used \(balance.used)"
        if let expired = balance.cycle.expired { return "\(sum) = expired \(expired, .strong)" }
        return "\(sum) = left \(balance.left, .strong)"
    }

    /// `limit 20h - drawn 12h30m = room 7h30m, until Monday 2026-11-30`; nil for a closed cycle.
    static func week(_ balance: BalanceView) -> StyledText? {
        guard let limit = balance.weekLimit, let drawn = balance.weekDrawn,
            let room = balance.weekRoom
        else { return nil }
        let difference = max(.zero, limit - drawn)
        var line: StyledText = "limit \(limit) - drawn \(drawn) = "
        if drawn > limit {
            line += "room \(room, .bad), passed by \(drawn - limit)"
        } else if room < difference {
            line += "\(difference), but room \(room, .strong): no more are left"
        } else {
            line += "room \(room, room == .zero ? .warning : .strong)"
        }
        guard let next = balance.nextWeek else { return line }
        return "\(line); the next week begins on Monday \(next)"
    }

    /// `2026-W48, Monday 2026-11-23 to Sunday 2026-11-29`.
    static func weekName(_ balance: BalanceView) -> StyledText? {
        balance.week.map { monday in
            let sunday = monday.advanced(byDays: 6)
            return "\(Week(containing: monday)), Monday \(monday) to Sunday \(sunday)"
        }
    }

    /// `at the end of 2026-12-22, Europe/Berlin`, with the instant.
    static func expiry(_ balance: BalanceView) -> StyledText {
        let day = balance.cycle.to.advanced(byDays: -1)
        return "at the end of \(day), \(balance.zone) (\(Words.minute(balance.cycle.end)))"
    }

    /// One line for the end of a booking: what is left of the cycle and of the week.
    static func after(_ balance: BalanceView) -> StyledText {
        var line = package(balance)
        if balance.extra > .zero { line += ", extra \(balance.extra)" }
        guard let room = balance.weekRoom else { return line }
        line += "; room this week \(room)"
        guard let next = balance.nextWeek else { return line }
        return "\(line), more from Monday \(next)"
    }
}
