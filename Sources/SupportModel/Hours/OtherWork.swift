/// What a booking or a void does to the other entries of a contract.
extension Contract {
    /// By how much the extra hours of other entries grow because an entry counts, or shrink because
    /// it was voided: an entry of an earlier day is covered before them (R8).
    ///
    /// - Parameter coverage: that of the contract as it now is.
    package func changeOfOthers(by entry: TimeEntry, _ coverage: Coverage) -> Minutes {
        guard account.holds(entry) || !entry.isLive, entry.isLive || frozenSplit(entry) == nil,
            // What is the last in both orders takes nothing from anybody.
            account.entries.last?.number != entry.number || account.late != nil
        else { return .zero }
        var other = self
        if entry.isLive { other.account.remove(entry.number) } else { other.account.add(entry) }
        let changed = Coverage(of: other)
        let own = (entry.isLive ? coverage : changed).split(of: entry.number)?.extra ?? .zero
        return entry.isLive
            ? coverage.extraOfAll - own - changed.extraOfAll
            : coverage.extraOfAll - (changed.extraOfAll - own)
    }
}

extension Coverage {
    /// The extra hours of the open cycle's entries and of the late ones.
    fileprivate var extraOfAll: Minutes { late.reduce(extra) { $0 + $1.extra } }
}
