/// How busy this host was over the last minutes, from the text of `/proc/loadavg`.
package struct LoadFigures: Hashable, Sendable {
    /// The load average of the last 5 minutes, in hundredths, 0 or more.
    package let fiveMinutesHundredths: Int

    /// The figures in a text of `/proc/loadavg`; nil where they are not what the kernel writes.
    package init?(loadavg: [UInt8]) {
        let text = String(decoding: loadavg, as: UTF8.self)
        let figures = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).prefix(3)
            .compactMap(Self.hundredths)
        guard figures.count == 3 else { return nil }
        fiveMinutesHundredths = figures[1]
    }

    /// The load of one processor, in hundredths; a count below 1 counts as 1.
    package func hundredthsPerProcessor(_ processors: Int) -> Int {
        fiveMinutesHundredths / max(1, processors)
    }

    /// `1.25` as 125: up to six digits, a point and two digits.
    private static func hundredths(_ word: Substring) -> Int? {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, (1...6).contains(parts[0].utf8.count),
            parts.allSatisfy(\.isOfDigits), let whole = Int(parts[0]), let rest = Int(parts[1])
        else { return nil }
        return whole * 100 + rest
    }
}

extension Substring {
    fileprivate var isOfDigits: Bool { utf8.allSatisfy { (48...57).contains($0) } }
}
