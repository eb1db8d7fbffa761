package import SupportModel

/// When each part of an exchange was done, in microseconds from its start; 0 for never.
package struct ReachedTimes: Hashable, Sendable {
    package var resolved = 0
    package var connected = 0
    package var encrypted = 0
    package var firstByte = 0
    package var ended = 0

    package init() {}

    /// How long each part took by itself; nil for a part that was not reached.
    ///
    /// A part that seems to end before the one before it, as when a redirect broke off half-way,
    /// counts as not reached.
    package var phases: ProbePhases {
        let opened = max(connected, encrypted)
        return ProbePhases(
            resolve: Self.part(from: 0, to: resolved),
            connect: Self.part(from: resolved, to: connected),
            tls: Self.part(from: connected, to: encrypted),
            firstByte: Self.part(from: opened, to: firstByte),
            transfer: firstByte > 0 ? Self.part(from: firstByte, to: ended) : nil,
            total: max(0, ended))
    }

    private static func part(from start: Int, to end: Int) -> Int? {
        end > 0 && end >= start ? end - start : nil
    }
}
