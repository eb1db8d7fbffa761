import SupportLink
import SupportModel

/// When the regular probes of a monitor are due: every interval, shifted by a phase of its own.
///
/// The phase is computed from the name alone, so that many monitors with one interval are spread
/// over it, always in the same way, and a pause cannot align them.
package struct Rhythm: Hashable, Sendable {
    /// The time between two probes, in milliseconds, 1 or more.
    package let interval: Int64
    /// The shift, in milliseconds, 0 or more and less than the interval.
    package let phase: Int64

    /// The rhythm of the monitor with this name; an interval below 1 counts as 1.
    package init(name: String, intervalMilliseconds: Int) {
        interval = max(1, Int64(intervalMilliseconds))
        phase = Int64(Self.mixed(StableHash.of(name)) % UInt64(interval))
    }

    /// The first regular time after `now`; both in milliseconds on the boot clock.
    package func next(after now: Int64) -> Int64 {
        let sinceBeat = Self.remainder(now &- phase, interval)
        return saturated(now, interval - sinceBeat)
    }

    /// When a new monitor is first probed: within a second, spread by the phase.
    package func first(after now: Int64) -> Int64 {
        saturated(now, phase % min(interval, Int64(ProbeLimits.firstProbeMillisecondsMax)))
    }

    /// Mixes the upper half into the lower, because the lower bits of FNV alone are poorly
    /// distributed over round intervals.
    private static func mixed(_ hash: UInt64) -> UInt64 {
        let folded = (hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15
        return folded ^ (folded >> 29)
    }

    private static func remainder(_ value: Int64, _ divisor: Int64) -> Int64 {
        let rest = value % divisor
        return rest < 0 ? rest + divisor : rest
    }

    private func saturated(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }
}

/// An entry in the queue of monitors to probe; ordered by due time, then by the order of queueing.
struct DueTime: Hashable, Comparable {
    /// The due time, in milliseconds on the boot clock.
    let time: Int64
    /// The number of the entry, counted from 1; only a monitor's newest entry is valid.
    let ticket: UInt64
    let monitor: Name<Monitor>

    static func < (left: DueTime, right: DueTime) -> Bool {
        (left.time, left.ticket) < (right.time, right.ticket)
    }
}

/// The schedule's state of one monitor.
struct WatchedMonitor {
    let assignment: ProbeAssignment
    let rhythm: Rhythm
    /// The number of the probe in flight; nil for none.
    var probe: UInt64?
    /// Whether the worker was paused while that probe was in flight.
    var wasPaused = false
    /// Whether the last probe lingered, so that the next one may linger too.
    var lingers = false
    /// Whether another probe was requested while one was in flight.
    var isAskedFor = false
    /// Failures in a row, 0 to the number that the desk needs to believe them.
    var failures = 0
    /// The valid entry in the queue; nil while a probe is in flight.
    var due: DueTime?

    init(_ assignment: ProbeAssignment) {
        self.assignment = assignment
        rhythm = Rhythm(
            name: assignment.monitor.text, intervalMilliseconds: assignment.intervalMilliseconds)
    }
}

/// A hash that is the same in every run, on every host and in every release: FNV-1a of 64 bits.
package enum StableHash {
    /// The hash of a text's UTF-8.
    package static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
    }
}
