package import SupportLink
import SupportModel

/// The probes in flight, and whether another one may start.
///
/// A probe that has just started is fresh and counts against a narrow limit, because connecting and
/// the TLS handshake take processor time, and too many at once would distort each other's timings.
/// Later it only waits and counts against the wide limit alone. A quarter of both limits is
/// reserved for monitors whose last probe did not linger, so that targets that hang cannot delay
/// the others.
struct ProbesInFlight {
    private let most: Int
    private let freshMost: Int
    private var probes: [UInt64: Entry] = [:]
    /// Those that were fresh when `age` was last called, in the order of their starts.
    private var fresh: [UInt64] = []
    private var lingeringCount = 0
    private var freshLingeringCount = 0

    /// A probe in flight.
    struct Entry {
        let monitor: Name<Monitor>
        /// When it started, in milliseconds on the boot clock.
        let begun: Int64
        /// Whether the monitor's preceding probe lingered.
        let lingers: Bool
    }

    /// Room for `most` probes, of which `freshMost` may be fresh; both at least 1.
    init(most: Int, freshMost: Int) {
        self.most = max(1, most)
        self.freshMost = max(1, min(most, freshMost))
    }

    /// How many probes are in flight.
    var count: Int { probes.count }

    /// The numbers of all probes in flight.
    var numbers: [UInt64] { Array(probes.keys) }

    /// Whether another probe may start; `lingering` says whether its monitor's preceding one
    /// lingered.
    func hasRoom(lingering: Bool) -> Bool {
        guard probes.count < most, fresh.count < freshMost else { return false }
        return !lingering
            || lingeringCount < Self.share(of: most)
                && freshLingeringCount < Self.share(of: freshMost)
    }

    /// When the oldest fresh probe ceases to be fresh, in milliseconds on the boot clock; nil when
    /// no start depends on that.
    var nextRoom: Int64? {
        guard !hasRoom(lingering: true) else { return nil }
        return fresh.first.flatMap { probes[$0] }.map {
            $0.begun + Int64(ProbeLimits.freshMillisecondsMax)
        }
    }

    /// Updates which probes are fresh.
    mutating func age(now: Int64) {
        let old = fresh.prefix { number in
            probes[number].map { now - $0.begun >= Int64(ProbeLimits.freshMillisecondsMax) } ?? true
        }
        freshLingeringCount -= old.count { probes[$0]?.lingers ?? false }
        fresh.removeFirst(old.count)
    }

    /// Adds a probe; its number is higher than all earlier ones.
    mutating func begin(_ number: UInt64, _ probe: Entry) {
        probes[number] = probe
        fresh.append(number)
        guard probe.lingers else { return }
        lingeringCount += 1
        freshLingeringCount += 1
    }

    /// Removes a probe; nil when it is not in flight.
    mutating func end(_ number: UInt64) -> Entry? {
        guard let probe = probes.removeValue(forKey: number) else { return nil }
        if probe.lingers { lingeringCount -= 1 }
        if let place = fresh.firstIndex(of: number) {
            fresh.remove(at: place)
            if probe.lingers { freshLingeringCount -= 1 }
        }
        return probe
    }

    /// Three quarters, rounded up, so that a limit of 1 or 2 reserves nothing.
    private static func share(of bound: Int) -> Int { bound - bound / 4 }
}

/// One measurement of one monitor.
package struct Probe: Hashable, Sendable {
    /// Unique within this worker; counted from 1 in the order of starting.
    package let number: UInt64
    /// The assignment as it was at the start of the probe.
    package let assignment: ProbeAssignment

    package init(number: UInt64, assignment: ProbeAssignment) {
        (self.number, self.assignment) = (number, assignment)
    }
}
