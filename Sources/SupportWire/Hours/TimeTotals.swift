package import SupportModel

/// The sums of time entries, in all and by person. Amounts of work are minutes.
package struct TimeTotals: View {
    /// How many entries they are of.
    package var entries: Int
    /// All of it, by what covers it.
    package var sum: CoverageSum
    /// The same for each person, most work first.
    package var byPerson: [PersonSum]

    /// One person's share.
    package struct PersonSum: View {
        /// Who did the work; missing where nobody of the staff is known.
        package var staff: Name<Staff>?
        /// Who booked it, where nobody of the staff is known; missing otherwise.
        package var by: Principal?
        /// What it comes to.
        package var sum: CoverageSum
    }

    /// - Parameter entries: each with how it is covered; nil where no contract pays. Those that are
    ///   void are left out.
    package init?(_ entries: [(TimeEntry, EntrySplit?)]) {
        let live = entries.filter { $0.0.isLive }
        guard !live.isEmpty else { return nil }
        self.entries = live.count
        sum = CoverageSum()
        var sums: [Person: CoverageSum] = [:]
        for (entry, split) in live {
            sum.add(entry, split)
            sums[Person(of: entry), default: CoverageSum()].add(entry, split)
        }
        byPerson = sums.sorted {
            $0.value.minutes == $1.value.minutes
                ? $0.key.name < $1.key.name : $0.value.minutes > $1.value.minutes
        }.map { PersonSum(staff: $0.key.staff, by: $0.key.by, sum: $0.value) }
    }

    /// Whose work an entry is, as far as that is known.
    private struct Person: Hashable {
        let staff: Name<Staff>?
        let by: Principal?

        init(of entry: TimeEntry) {
            staff = entry.staff
            by = staff == nil ? entry.bookedBy : nil
        }

        var name: String { staff?.text ?? by?.description ?? "" }
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
