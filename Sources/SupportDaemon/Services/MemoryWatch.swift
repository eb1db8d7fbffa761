/// Knows when a peak of memory has passed and what it left behind can be given back. Asked now and
/// then with what is resident.
package struct MemoryWatch: Hashable, Sendable {
    /// What was resident when all was given back last; nil before the first time.
    private var settled: Int?
    private var last = 0

    /// What may lie free without being worth the trouble, in bytes.
    package static let spareBytesMax = 8 << 20

    /// A watch that has not seen anything.
    package init() {}

    /// Whether to give back now: much more is resident than was needed last, and it grows no more.
    package mutating func mustGiveBack(resident: Int) -> Bool {
        let grows = resident > last + last / 20
        last = resident
        guard let settled else {
            self.settled = resident
            return false
        }
        if resident < settled { self.settled = resident }
        return !grows && resident > settled + settled / 4 + Self.spareBytesMax
    }

    /// Takes note of what is left after giving back: that much is needed.
    package mutating func gaveBack(resident: Int) {
        settled = resident
        last = resident
    }
}
