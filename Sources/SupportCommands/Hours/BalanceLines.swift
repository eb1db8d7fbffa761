import SupportModel
import SupportWire

/// Where a contract's hours stand, as equations that can be checked by hand.
enum BalanceLines {
    /// `granted 40h + grouped 40h - used 12h - expired 0m = left 68h`; without grouped hours where
    /// the cycle is in no group.
    static func package(_ balance: BalanceView) -> StyledText {
        let grouped = balance.grouped.map { minutes in
            minutes < .zero ? " - grouped \(Minutes.zero - minutes)" : " + grouped \(minutes)"
        }
        return "granted \(balance.granted)\(grouped ?? "") - used \(balance.used) - expired "
            + "\(balance.expired) = left \(balance.left, .strong)"
    }

    /// `limit 20h - used 12h30m = room 7h30m, until Monday 2026-11-30`; nil for a closed cycle.
    static func week(_ balance: BalanceView) -> StyledText? {
        guard let limit = balance.weekLimit, let drawn = balance.weekDrawn,
            let room = balance.weekRoom
        else { return nil }
        let difference = max(.zero, limit - drawn)
        var line: StyledText = "limit \(limit) - used \(drawn) = "
        if drawn > limit {
            line += "room \(room, .bad), passed by \(drawn - limit)"
        } else if room < difference {
            // Either no more hours are left, or the contract is suspended for the remainder of the week.
            let why =
                room == .zero && balance.left > .zero
                ? "the contract is suspended" : "no more are left"
            line += "\(difference), but room \(room, .strong): \(why)"
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

    /// `27h30m, all before they expire`; how much of what is left, where it is not all of it.
    static func usable(_ balance: BalanceView) -> StyledText? {
        guard let usable = balance.usable else { return nil }
        if balance.cycle.closedAt == nil, balance.expires == nil {
            return "\(usable, .strong); they do not expire before the contract resumes"
        }
        return usable < balance.left
            ? "\(usable, .warning) of \(balance.left) before they expire: "
                + "the weekly limit lets no more through"
            : "\(usable, .strong) before they expire"
    }

    /// `if the 30h left are saved for it, from Monday 2026-10-26, 20h fit: 10h of work wait until
    /// 2026-11-01, or are extra`; nil where saving them delays nothing.
    static func lastWeek(_ balance: BalanceView) -> StyledText? {
        balance.lastWeek.map { saved in
            let rests = balance.suspendedFrom != nil && balance.suspendedFrom == balance.expires
            let none =
                rests ? "wait until the contract resumes" : "come too late, as no cycle follows"
            let then = saved.until.map { "wait until \($0)" } ?? none
            let extra =
                switch saved.extra {
                case .allow: ", or are extra"
                case .ask: ", or are extra and named so"
                case .refuse: ""
                }
            return "if the \(balance.left) left are saved for it, from Monday \(saved.week), "
                + "\(saved.fits) fit: \(saved.delayed, .warning) of work \(then)\(extra)"
        }
    }

    /// `at the end of 2026-12-22, Europe/Berlin (in 12 d)`; how long until then where it is the
    /// cycle's own end.
    static func expiry(_ balance: BalanceView) -> StyledText? {
        let cycle = balance.cycle
        guard let expires = cycle.closedAt == nil ? balance.expires : cycle.to else { return nil }
        let day: StyledText = "\(CycleEnd.text(expires.advanced(byDays: -1), balance.zone))"
        return expires == cycle.to
            ? "\(day) (\(Words.distance(cycle.end)))" : "\(day), with the group of cycles"
    }

    /// `from 2026-11-03 on: nothing expires until it resumes`.
    static func suspension(_ balance: BalanceView) -> StyledText? {
        guard let from = balance.suspendedFrom else { return nil }
        let verb = balance.suspended ?? false ? "since" : "from"
        if let until = balance.suspendedUntil {
            return "\(verb) \(from), until \(until.advanced(byDays: -1))"
        }
        // A rest that begins as the hours expire does not keep them.
        return balance.expires == nil
            ? "\(verb) \(from): nothing expires until it resumes"
            : "\(verb) \(from) on, until it is resumed"
    }

    /// `50 percent, 80 percent, not all can be used`; nil where there was none.
    static func notices(_ balance: BalanceView) -> StyledText? {
        guard let past = balance.told, !past.isEmpty else { return nil }
        let words = HourNotice.allCases.filter(past.contains).map { notice in
            notice.percent.map { "\($0) percent used" } ?? "more left than can be used"
        }
        return "so far: \(Words.list(words))"
    }

    /// `notice: 80 percent of the hours are used, 32h of 40h`.
    static func notice(_ notice: NoticeView) -> StyledText {
        "\("notice", .warning): \(notice.text)"
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
