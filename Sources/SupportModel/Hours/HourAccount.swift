/// A contract's hours: the cycle that runs, its entries, and the cycles that have closed.
package struct HourAccount: Hashable, Sendable, Codable {
    /// The running cycle, or the first one to come; nil once the last has closed.
    package var open: Cycle?
    /// Live entries of the open cycle, in order of work date, then of booking.
    package var entries: [TimeEntry]
    /// In order.
    package var closed: [ClosedCycle]

    /// An account whose first cycle has been opened.
    package init(open: Cycle) {
        self.open = open
        entries = []
        closed = []
    }

    /// What the last closed cycle drew in a week that goes on in the open one (R9).
    package func drawnBefore(in week: Week) -> Minutes {
        // Only a week can span two cycles, and a month is longer than one: the last is enough.
        closed.last?.weeks.first { $0.monday == week.monday }?.drawn ?? .zero
    }

    /// What all closed cycles drew in a week: two at most, as a boundary can cut it.
    func drawnWhenClosed(in week: Week) -> Minutes {
        closed.reduce(.zero) { sum, cycle in
            sum + (cycle.weeks.first { $0.monday == week.monday }?.drawn ?? .zero)
        }
    }

    /// How the open cycle's hours are covered, with another entry added if one is given.
    package func coverage(terms: ContractTerms, adding candidate: TimeEntry? = nil) -> Coverage {
        var list = entries
        if let candidate { list.insert(candidate, at: place(of: candidate)) }
        return Coverage(
            of: list, granted: open?.granted ?? .zero, terms: terms, drawnBefore: drawnBefore)
    }

    /// Adds a live entry of the open cycle.
    mutating func add(_ entry: TimeEntry) {
        entries.insert(entry, at: place(of: entry))
    }

    /// Takes an entry out, as a void does.
    mutating func remove(_ number: Identifier<TimeEntry>) {
        entries.removeAll { $0.number == number }
    }

    /// Where an entry belongs: after all with the same or an earlier work date.
    private func place(of entry: TimeEntry) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            let other = entries[middle]
            let before =
                other.date == entry.date
                ? other.number < entry.number : other.date < entry.date
            if before { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
