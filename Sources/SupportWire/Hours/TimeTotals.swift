package import SupportModel

/// The sums of time entries, in all and by person. Amounts of work are minutes.
package struct TimeTotals: View {
    /// How many entries they are of.
    package var entries: Int
    /// All of it, by what covers it.
    package var sum: CoverageSum
    /// The same for each person who booked, most work first.
    package var byPerson: [PersonSum]

    /// One person's share.
    package struct PersonSum: View {
        /// Who booked.
        package var by: Principal
        /// What they booked.
        package var sum: CoverageSum
    }

    /// - Parameter entries: each with how it is covered; nil where no contract pays. Those that are
    ///   void are left out.
    package init?(_ entries: [(TimeEntry, EntrySplit?)]) {
        let live = entries.filter { $0.0.isLive }
        guard !live.isEmpty else { return nil }
        self.entries = live.count
        sum = CoverageSum()
        var sums: [Principal: CoverageSum] = [:]
        for (entry, split) in live {
            sum.add(entry, split)
            sums[entry.bookedBy, default: CoverageSum()].add(entry, split)
        }
        byPerson = sums.map { PersonSum(by: $0.key, sum: $0.value) }.sorted {
            $0.sum.minutes == $1.sum.minutes
                ? $0.by.description < $1.by.description : $0.sum.minutes > $1.sum.minutes
        }
    }
}

/// Work by what covers it: `from_package + grouped + extra + on_demand = minutes`.
package struct CoverageSum: View {
    /// All of it, as it counts.
    package var minutes = Minutes.zero
    /// Drawn from the package.
    package var fromPackage = Minutes.zero
    /// Drawn from the cycle that its own is grouped with (R11).
    package var grouped = Minutes.zero
    /// Billed beyond the package (R8).
    package var extra = Minutes.zero
    /// Billed on demand (R4).
    package var onDemand = Minutes.zero

    fileprivate mutating func add(_ entry: TimeEntry, _ split: EntrySplit?) {
        minutes += entry.billed
        guard entry.contract != nil else { return onDemand += entry.billed }
        fromPackage += split?.package ?? .zero
        grouped += split?.grouped ?? .zero
        extra += split?.extra ?? .zero
    }
}
