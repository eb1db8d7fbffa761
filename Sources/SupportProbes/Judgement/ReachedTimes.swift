package import SupportModel

/// When each part of an exchange was done, in microseconds from its start; 0 for never.
package struct ReachedTimes: Hashable, Sendable {
    /// The address of the host's name was known.
    package var resolved = 0
    /// The TCP connection stood.
    package var connected = 0
    /// The TLS handshake was over; stays 0 for plain HTTP.
    package var encrypted = 0
    /// The first byte of the answer came.
    package var firstByte = 0
    /// The last byte of the answer came, or the exchange broke off.
    package var ended = 0

    /// An exchange in which nothing has been done yet.
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
