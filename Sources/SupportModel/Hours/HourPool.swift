/// The hours that the entries of an open cycle may draw from: its own, and those of the cycle that
/// it is grouped with (R10, R11).
package struct HourPool: Hashable, Sendable {
    /// What the cycle grants itself.
    package var granted: Minutes
    /// What grouping adds to that: hours of the other cycle, less those that the other has drawn.
    package var grouped: Minutes
    /// True for the second cycle of a group: what the first left goes before its own.
    package var groupedFirst: Bool

    /// What of the cycle's own hours can be drawn.
    package var own: Minutes { max(.zero, min(granted, granted + grouped)) }
    /// What can be drawn of the other cycle's.
    package var other: Minutes { max(.zero, grouped) }
}

extension Contract {
    /// The group that a cycle belongs to.
    package func group(ofCycle index: Int) -> HourGroup? {
        groups?.first { $0.contains(index) }
    }

    /// The index of the cycle that another one is grouped with.
    package func otherCycle(ofGroupWith index: Int) -> Int? {
        group(ofCycle: index).map { $0.first == index ? $0.second : $0.first }
    }

    /// The pool of the open cycle; an empty one once there is none.
    package var pool: HourPool {
        guard let open = account.open else {
            return HourPool(granted: .zero, grouped: .zero, groupedFirst: false)
        }
        guard let group = group(ofCycle: open.index) else {
            return HourPool(granted: open.granted, grouped: .zero, groupedFirst: false)
        }
        if group.first == open.index {
            return HourPool(
                granted: open.granted, grouped: terms(ofCycle: group.second).included,
                groupedFirst: false)
        }
        // What was voided of the first cycle since it closed is back in the pool (R11).
        let settled = (account.settlements ?? []).reduce(Minutes.zero) {
            $1.cycle == group.first ? $0 + $1.minutes : $0
        }
        let first = account.closed(group.first)?.grouped ?? .zero
        return HourPool(
            granted: open.granted, grouped: .zero - first - settled, groupedFirst: true)
    }

    /// Whether late work of a closed cycle draws from the pool that the cycle shares with the open
    /// one: nothing of it has expired (R11).
    package func isPooled(cycle index: Int) -> Bool {
        guard let open = account.open else { return false }
        return index < open.index && group(ofCycle: index)?.second == open.index
    }

    /// The most that the week of a day of a cycle may draw (R9, R11).
    package func weeklyLimit(ofCycle index: Int) -> Minutes {
        group(ofCycle: index)?.weeklyLimit ?? terms(whenInCycle: index).weeklyLimit
    }

    /// The terms of a cycle, closed ones included.
    package func terms(whenInCycle index: Int) -> ContractTerms {
        if let open = account.open, index >= open.index { return terms(ofCycle: index) }
        return account.closed(index)?.terms ?? terms
    }

    /// The closed cycle with which the hours of a closed cycle expired: itself, or the second of its
    /// group once that has closed too (R11).
    package func expiry(ofCycle index: Int) -> Int {
        guard let group = group(ofCycle: index), group.first == index,
            account.closed(group.second) != nil
        else { return index }
        return group.second
    }
}
