/// A point on the wall clock: whole milliseconds since 1970-01-01T00:00:00Z, negative before.
///
/// Its text is RFC 3339 in UTC with milliseconds (`2026-11-23T18:32:54.000Z`), on disk, on the wire
/// and on the screen of a machine. Text that names another offset is read and converted.
package struct Instant: Hashable, Sendable, Comparable {
    /// Milliseconds since the epoch, in the range that a four-digit year can show.
    package let millisecondsSinceEpoch: Int64

    /// 0000-01-01T00:00:00.000Z.
    package static let earliest = Instant(clamping: -62_167_219_200_000)
    /// 9999-12-31T23:59:59.999Z.
    package static let latest = Instant(clamping: 253_402_300_799_999)

    /// An instant from milliseconds; outside years 0 to 9999 it is moved to the nearer end.
    package init(clamping milliseconds: Int64) {
        millisecondsSinceEpoch = min(max(milliseconds, -62_167_219_200_000), 253_402_300_799_999)
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }

    /// The instant this many milliseconds later, held inside years 0 to 9999.
    package func advanced(byMilliseconds milliseconds: Int64) -> Instant {
        let (sum, overflow) = millisecondsSinceEpoch.addingReportingOverflow(milliseconds)
        return overflow ? (milliseconds > 0 ? .latest : .earliest) : Instant(clamping: sum)
    }

    /// Milliseconds from the other instant to this one; negative when this one is earlier.
    package func milliseconds(since other: Instant) -> Int64 {
        millisecondsSinceEpoch - other.millisecondsSinceEpoch
    }
}
