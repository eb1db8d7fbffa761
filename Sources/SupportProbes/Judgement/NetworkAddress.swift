/// An address of the network, as far as it matters whether it leads out of this host.
package struct NetworkAddress: Hashable, Sendable {
    /// 4 bytes of IPv4, also where they came inside of an IPv6 address, or 16 of IPv6.
    private let bytes: [UInt8]

    /// Takes the 4 or 16 bytes of an address, in the network's order; nil for any other number.
    package init?(_ bytes: [UInt8]) {
        switch bytes.count {
        case 4: self.bytes = bytes
        case 16:
            self.bytes =
                Self.mapped.contains(Array(bytes.prefix(12)))
                    && !Self.own.contains(bytes) ? Array(bytes.suffix(4)) : bytes
        default: return nil
        }
    }

    /// What kind of near address it is, in words; nil for one that leads out into the network.
    ///
    /// The unspecified address counts, because Linux connects it to this host.
    package var nearness: String? {
        if bytes.count == 4 {
            switch (bytes[0], bytes[1]) {
            case (127, _), (0, _): return "loopback"
            case (169, 254): return "link-local"
            default: return nil
            }
        }
        if Self.own.contains(bytes) { return "loopback" }
        return bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80 ? "link-local" : nil
    }

    /// `::` and `::1`.
    private static let own: [[UInt8]] = [
        [UInt8](repeating: 0, count: 16), [UInt8](repeating: 0, count: 15) + [1],
    ]
    /// What stands before an IPv4 address inside of an IPv6 one: `::ffff:`, and `::` as of old.
    private static let mapped: [[UInt8]] = [
        [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], [UInt8](repeating: 0, count: 12),
    ]
}

extension NetworkAddress: CustomStringConvertible {
    /// `127.0.0.1`; of IPv6 `::1`, or all eight groups.
    package var description: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        if Self.own.contains(bytes) { return bytes[15] == 0 ? "::" : "::1" }
        return stride(from: 0, to: 16, by: 2).map {
            String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
        }.joined(separator: ":")
    }
}
