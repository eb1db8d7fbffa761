/// Counts what happens again and again, so that each of it is told at once and then once a while.
package struct RepeatCounts<Subject: Hashable> {
    /// How often each has happened again since it was last told.
    private var repeats: [Subject: Int] = [:]

    /// Counts of which nothing has happened yet.
    package init() {}

    /// How many subjects are told apart; what comes beyond is not told by itself.
    package static var subjectsMax: Int { 100 }

    /// True while there is something to be told at the end of a while.
    package var isEmpty: Bool { repeats.isEmpty }

    /// Takes note of one; true when it is to be told at once.
    package mutating func happened(_ subject: Subject) -> Bool {
        if let count = repeats[subject] {
            repeats[subject] = count + 1
            return false
        }
        guard repeats.count < Self.subjectsMax else { return false }
        repeats[subject] = 0
        return true
    }

    /// Ends a while: what happened again, and how often. What did not is forgotten, and told at
    /// once the next time.
    package mutating func endWhile() -> [(subject: Subject, count: Int)] {
        let again = repeats.filter { $0.value > 0 }
        repeats = again.mapValues { _ in 0 }
        return again.map { ($0.key, $0.value) }
    }
}
