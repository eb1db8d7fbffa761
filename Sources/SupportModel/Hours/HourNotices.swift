extension Contract {
    /// What becomes due to be told of the open cycle's hours, each once a cycle: the greatest share
    /// that is used, and hours that can no longer be used (R9, R12).
    func notices(_ coverage: Coverage, today: CivilDate) -> [HoursTold] {
        guard let open = account.open, !isHeld else { return [] }
        let told = account.told ?? []
        let available = coverage.pool.granted + coverage.pool.grouped
        let usable = usable(coverage, from: today)
        let share = HourNotice.allCases.last { notice in
            notice.percent.map { percent in
                available > .zero
                    && coverage.used.count >= Ratio.rounded(available.count, percent, over: 100)
            } ?? false
        }
        let isUnusable = today >= open.from && usable < coverage.left
        return [share, isUnusable ? .unusable : nil].compactMap(\.self)
            .filter { !told.contains($0) }
            .map {
                HoursTold(
                    contract: number, cycle: open.index, notice: $0, used: coverage.used,
                    available: available, usable: usable)
            }
    }
}
