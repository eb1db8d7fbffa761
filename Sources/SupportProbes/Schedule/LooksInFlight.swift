package import SupportLink
import SupportModel

/// The looks that have begun and not ended, and whether another one may begin.
///
/// A look that was begun just now is fresh and counts against a narrow bound, because connecting and
/// shaking hands is what takes the processor, and too many at once would measure each other. One
/// that goes on only waits: it counts against the wide bound alone. Of both bounds a quarter is kept
/// from monitors whose last look lingered, so that however many hang, the others find room.
struct LooksInFlight {
    private let most: Int
    private let freshMost: Int
    private var looks: [UInt64: Look] = [:]
    /// Those that were fresh when `age` was last called, in the order of beginning.
    private var fresh: [UInt64] = []
    private var lingeringCount = 0
    private var freshLingeringCount = 0

    /// A look that has begun.
    struct Look {
        let monitor: Name<Monitor>
        /// Milliseconds on the boot clock.
        let begun: Int64
        /// Whether the monitor's look before lingered.
        let lingers: Bool
    }

    /// Room for `most` looks, of which `freshMost` may be fresh; both at least 1.
    init(most: Int, freshMost: Int) {
        self.most = max(1, most)
        self.freshMost = max(1, min(most, freshMost))
    }

    /// How many are in flight.
    var count: Int { looks.count }

    /// The numbers of all of them.
    var numbers: [UInt64] { Array(looks.keys) }

    /// Whether another look may begin.
    func hasRoom(lingering: Bool) -> Bool {
        guard looks.count < most, fresh.count < freshMost else { return false }
        return !lingering
            || lingeringCount < Self.share(of: most)
                && freshLingeringCount < Self.share(of: freshMost)
    }

    /// When a look stops being fresh and so may make room, in milliseconds on the boot clock; nil
    /// when nothing waits for that.
    var nextRoom: Int64? {
        guard !hasRoom(lingering: true) else { return nil }
        return fresh.first.flatMap { looks[$0] }.map {
            $0.begun + Int64(ProbeLimits.freshMillisecondsMax)
        }
    }

    /// Takes note of the time.
    mutating func age(now: Int64) {
        let old = fresh.prefix { number in
            looks[number].map { now - $0.begun >= Int64(ProbeLimits.freshMillisecondsMax) } ?? true
        }
        freshLingeringCount -= old.count { looks[$0]?.lingers ?? false }
        fresh.removeFirst(old.count)
    }

    /// Adds a look; its number is higher than every one before.
    mutating func begin(_ number: UInt64, _ look: Look) {
        looks[number] = look
        fresh.append(number)
        guard look.lingers else { return }
        lingeringCount += 1
        freshLingeringCount += 1
    }

    /// Removes a look; nil when it is not in flight.
    mutating func end(_ number: UInt64) -> Look? {
        guard let look = looks.removeValue(forKey: number) else { return nil }
        if look.lingers { lingeringCount -= 1 }
        if let place = fresh.firstIndex(of: number) {
            fresh.remove(at: place)
            if look.lingers { freshLingeringCount -= 1 }
        }
        return look
    }

    /// Three quarters, rounded up: of one or two places nothing can be kept.
    private static func share(of bound: Int) -> Int { bound - bound / 4 }
}

/// One look at one monitor, told apart from all other looks of this worker by its number.
package struct ProbeLook: Hashable, Sendable {
    /// Counted from 1 in the order of starting.
    package let number: UInt64
    /// What is looked at and how, as it stood when the look began.
    package let assignment: ProbeAssignment

    package init(number: UInt64, assignment: ProbeAssignment) {
        self.number = number
        self.assignment = assignment
    }
}
