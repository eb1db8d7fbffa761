/// How the live entries of one cycle are covered: the heart of the agreement (R2, R8, R9).
///
/// A pure function of the entries. Package hours go to entries in order of work date, then of
/// booking. Room in a week is given in order of booking, because a booking is what asked for it: an
/// entry that found room keeps it, so a later emergency on an earlier day can never turn its covered
/// hours into extra ones.
package struct Coverage: Hashable, Sendable {
    /// One for every entry, in the order of the entries.
    package private(set) var splits: [EntrySplit] = []
    /// What the cycle granted.
    package let granted: Minutes
    /// What the entries draw from it.
    package private(set) var used: Minutes = .zero
    /// What they take beyond it, billed separately (R8).
    package private(set) var extra: Minutes = .zero
    /// Drawn per ISO week, the days of an earlier cycle not counted.
    package private(set) var weeks: [Week: Minutes] = [:]

    /// What is left of the cycle's hours.
    package var left: Minutes { granted - used }

    /// Covers entries, which must stand in order of work date, then number.
    ///
    /// - Parameter drawnBefore: what a week has drawn in an earlier cycle.
    package init(
        of entries: [TimeEntry], granted: Minutes, terms: ContractTerms,
        drawnBefore: (Week) -> Minutes
    ) {
        self.granted = granted
        let allowances = Self.weekAllowances(of: entries, terms: terms, drawnBefore: drawnBefore)
        splits.reserveCapacity(entries.count)
        for (entry, allowance) in zip(entries, allowances) {
            let drawn = min(entry.billed, min(allowance, left))
            splits.append(
                EntrySplit(entry: entry.number, package: drawn, extra: entry.billed - drawn))
            used += drawn
            extra += entry.billed - drawn
            if drawn > .zero { weeks[Week(containing: entry.date), default: .zero] += drawn }
        }
    }

    /// The split of one entry.
    package func split(of number: Identifier<TimeEntry>) -> EntrySplit? {
        splits.first { $0.entry == number }
    }

    /// What each entry may draw as far as its service and its week go.
    private static func weekAllowances(
        of entries: [TimeEntry], terms: ContractTerms, drawnBefore: (Week) -> Minutes
    ) -> [Minutes] {
        var allowances = [Minutes](repeating: .zero, count: entries.count)
        var asked: [Week: Minutes] = [:]
        let inOrderOfBooking = entries.indices.sorted {
            entries[$0].number < entries[$1].number
        }
        for index in inOrderOfBooking {
            let entry = entries[index]
            guard terms.services.contains(entry.service) else { continue }
            let week = Week(containing: entry.date)
            let before = asked[week] ?? drawnBefore(week)
            let room = max(.zero, terms.weeklyLimit - before)
            allowances[index] =
                entry.passesTheLimit(terms) ? entry.billed : min(entry.billed, room)
            asked[week] = before + allowances[index]
        }
        return allowances
    }
}

extension TimeEntry {
    /// Whether the entry draws from the package however little room its week has (R9): by a
    /// manager's agreement, or as Level 1 work where the terms let that pass.
    func passesTheLimit(_ terms: ContractTerms) -> Bool {
        agreement != nil || emergency && terms.emergencyBeyondLimit == .package
    }
}
