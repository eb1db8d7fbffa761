/// A resource check: is memory available on this host (`MemAvailable` of `/proc/meminfo`).
package struct MemoryCheck: Hashable, Sendable, Codable {
    /// The least available memory, in percent of the total, 0 to 100.
    package var availablePercentMin: Int

    package init(availablePercentMin: Int = 5) {
        self.availablePercentMin = availablePercentMin
    }
}
