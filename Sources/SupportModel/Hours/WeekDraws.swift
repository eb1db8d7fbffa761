/// What ISO weeks have drawn from the package, by their Monday.
///
/// Made for one pass over thousands of entries in order of date: the week of the last entry is found
/// without a search.
struct WeekDraws: Hashable, Sendable {
    /// Days since 1970-01-01 of each week's Monday.
    private var mondays: [Int] = []
    private var minutes: [Minutes] = []
    private var last = 0

    /// What a week has drawn.
    subscript(monday: Int) -> Minutes? {
        place(of: monday).map { minutes[$0] }
    }

    /// All weeks that have drawn something.
    var all: [(monday: CivilDate, drawn: Minutes)] {
        zip(mondays, minutes).filter { $1 != .zero }
            .map { (CivilDate(daysSinceEpoch: $0), $1) }.sorted { $0.0 < $1.0 }
    }

    /// Sets what a week has drawn.
    mutating func set(_ monday: Int, _ drawn: Minutes) {
        if let place = place(of: monday) {
            last = place
            minutes[place] = drawn
        } else {
            last = mondays.count
            mondays.append(monday)
            minutes.append(drawn)
        }
    }

    /// Adds to what a week has drawn.
    mutating func add(_ monday: Int, _ drawn: Minutes) {
        set(monday, (self[monday] ?? .zero) + drawn)
    }

    private func place(of monday: Int) -> Int? {
        if last < mondays.count, mondays[last] == monday { return last }
        return mondays.firstIndex(of: monday)
    }
}
