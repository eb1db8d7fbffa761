/// The weekly limit of a group that a termination dissolved, for work that was booked before: an entry
/// that found room keeps it (R9, R11).
package struct LapsedLimit: Hashable, Sendable, Codable {
    /// The index of the group's first cycle.
    package var cycle: Int
    /// What one week could draw.
    package var weeklyLimit: Minutes
    /// The last entry that was booked under it; 0 for none.
    package var lastEntry: Int
}

extension Contract {
    /// The most that a week could draw when an entry of a cycle asked for its room.
    package func weeklyLimit(of entry: TimeEntry) -> Minutes {
        weeklyLimit(ofCycle: entry.cycle ?? 0, for: entry.number)
    }

    func weeklyLimit(ofCycle index: Int, for entry: Identifier<TimeEntry>) -> Minutes {
        (lapsedLimits ?? []).reduce(weeklyLimit(ofCycle: index)) { limit, lapsed in
            lapsed.cycle == index && entry.number <= lapsed.lastEntry
                ? max(limit, lapsed.weeklyLimit) : limit
        }
    }

    /// Takes groups out of the contract, and keeps what they let weeks draw for the entries up to one.
    mutating func dissolve(_ lost: [HourGroup], lastEntry: Int) {
        let kept = (groups ?? []).filter { !lost.contains($0) }
        groups = kept.isEmpty ? nil : kept
        let limits = lost.compactMap { group in
            group.weeklyLimit.map {
                LapsedLimit(cycle: group.first, weeklyLimit: $0, lastEntry: lastEntry)
            }
        }
        guard !limits.isEmpty else { return }
        lapsedLimits = (lapsedLimits ?? []) + limits
    }
}
