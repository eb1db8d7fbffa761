/// A place in the working order, and the reason for it.
package struct QueuePlace: Hashable, Sendable {
    package var ticket: Ticket
    /// The number of the place; 1 is next.
    package var rank: Int
    /// `package, level 2, waiting 3 h`.
    package var reason: String
}

extension State {
    /// The first places of the working order, of the tickets that match.
    ///
    /// - Parameter countMax: how many at most; the cost is proportional to the result where all
    ///   match.
    package func queue(
        at now: Instant, countMax: Int = .max, where matches: (Ticket) -> Bool = { _ in true }
    ) -> [QueuePlace] {
        var places: [QueuePlace] = []
        var rank = 0
        for number in working.tickets {
            guard places.count < countMax else { break }
            rank += 1
            guard let ticket = tickets[number], matches(ticket) else { continue }
            places.append(
                QueuePlace(ticket: ticket, rank: rank, reason: ticket.rankReason(at: now)))
        }
        return places
    }
}

extension Ticket {
    /// The reason for the ticket's place.
    fileprivate func rankReason(at now: Instant) -> String {
        let payer = contract == nil ? "on demand" : "package"
        let age = DurationText.rough(milliseconds: now.milliseconds(since: openedAt))
        return "\(payer), level \(level.rawValue), waiting \(age)"
    }
}

/// The live tickets in working order: package before on demand (R4), then level, then age.
///
/// Kept sorted when tickets change, so that the first places and the counts cost the same with ten
/// tickets and with ten thousand. It consists of runs of bounded length, of which a change copies
/// only one while a reader holds a copy of the state.
package struct WorkingOrder: Sendable {
    /// The runs, none empty, each sorted and before the next.
    private var runs: [[Place]] = []
    /// How many tickets have each level, Level 1 first.
    private var counts = Level.allCases.map { _ in 0 }

    /// A longer run is split in two.
    static let runCountMax = 256

    /// The sort key of a ticket.
    struct Place: Hashable, Comparable, Sendable {
        let isOnDemand: Bool
        let level: Level
        let openedAt: Instant
        let number: Identifier<Ticket>

        init(_ ticket: Ticket) {
            isOnDemand = ticket.contract == nil
            level = ticket.level
            openedAt = ticket.openedAt
            number = ticket.number
        }

        static func < (left: Place, right: Place) -> Bool {
            if left.isOnDemand != right.isOnDemand { return right.isOnDemand }
            if left.level != right.level { return left.level < right.level }
            if left.openedAt != right.openedAt { return left.openedAt < right.openedAt }
            return left.number < right.number
        }
    }

    /// How many live tickets there are of a level.
    package func count(of level: Level) -> Int { counts[level.rawValue - 1] }

    /// The tickets, next one first.
    package var tickets: some Sequence<Identifier<Ticket>> {
        runs.lazy.joined().lazy.map(\.number)
    }

    /// Inserts a live ticket.
    mutating func insert(_ place: Place) {
        counts[place.level.rawValue - 1] += 1
        let run = max(0, firstRun { $0 > place } - 1)
        guard run < runs.count else { return runs.append([place]) }
        let at = position(of: place, in: runs[run])
        runs[run].insert(place, at: at)
        guard runs[run].count > Self.runCountMax else { return }
        let half = runs[run].count / 2
        let tail = Array(runs[run][half...])
        runs[run].removeSubrange(half...)
        runs.insert(tail, at: run + 1)
    }

    /// Removes a ticket; one that is not contained changes nothing.
    mutating func remove(_ place: Place) {
        let run = firstRun { $0 > place } - 1
        guard run >= 0 else { return }
        let at = position(of: place, in: runs[run])
        guard at < runs[run].count, runs[run][at] == place else { return }
        counts[place.level.rawValue - 1] -= 1
        runs[run].remove(at: at)
        if runs[run].isEmpty { runs.remove(at: run) }
    }

    /// The first run whose first place matches; the number of runs where none does.
    private func firstRun(where isLikeThat: (Place) -> Bool) -> Int {
        Self.partition(runs.count) { index in runs[index].first.map(isLikeThat) ?? false }
    }

    private func position(of place: Place, in run: [Place]) -> Int {
        Self.partition(run.count) { run[$0] >= place }
    }

    /// The first index from which on the condition is true.
    private static func partition(_ count: Int, _ isBeyond: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension State {
    /// Adds or replaces a ticket.
    ///
    /// - Parameter old: its value before; nil for a new one.
    mutating func put(_ ticket: Ticket, insteadOf old: Ticket?) {
        let (wasLive, isLive) = (old?.state.isLive ?? false, ticket.state.isLive)
        let before = wasLive ? old.map(WorkingOrder.Place.init) : nil
        let after = isLive ? WorkingOrder.Place(ticket) : nil
        if before != after {
            if let before { working.remove(before) }
            if let after { working.insert(after) }
        }
        if isLive != wasLive {
            if isLive {
                liveTickets.insert(ticket.number)
            } else {
                liveTickets.remove(ticket.number)
            }
        }
        tickets[ticket.number] = ticket
    }
}
