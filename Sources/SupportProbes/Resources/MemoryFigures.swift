/// How much memory this host has and has to give, from the text of `/proc/meminfo`.
package struct MemoryFigures: Hashable, Sendable {
    /// Kibibytes, above 0.
    package let total: UInt64
    /// Kibibytes that programs could still take without swapping, no more than the total.
    package let available: UInt64

    /// The figures in a text of `/proc/meminfo`; nil where one is missing or makes no sense.
    package init?(meminfo: [UInt8]) {
        let text = String(decoding: meminfo, as: UTF8.self)
        guard let total = Self.figure("MemTotal:", in: text), total > 0,
            let available = Self.figure("MemAvailable:", in: text), available <= total
        else { return nil }
        self.total = total
        self.available = available
    }

    /// The share that is available, in percent, 0 to 100.
    package var availablePercent: Double { Double(available) / Double(total) * 100 }

    private static func figure(_ key: String, in text: String) -> UInt64? {
        for line in text.split(separator: "\n") where line.hasPrefix(key) {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count == 3, words[2] == "kB" else { return nil }
            return UInt64(words[1])
        }
        return nil
    }
}
