/// What may stand for a host and a port in a check.
package enum HostRule {
    /// The ports that can be connected to.
    package static let ports = 1...65_535

    /// What is wrong with a host name or address and what would be right; nil when it is good.
    ///
    /// A name is letters, digits, dots, hyphens and underscores; an address with a colon is taken
    /// for IPv6 and may hold hexadecimal digits, colons and dots only. So nothing that passes can
    /// change the meaning of a URL that it is put into.
    package static func problem(_ host: String) -> String? {
        guard !host.isEmpty else { return "the host is empty; name one, such as shop.example.com" }
        guard host.utf8.count <= Limits.hostBytesMax else {
            return "the host has \(host.utf8.count) bytes; at most \(Limits.hostBytesMax) are taken"
        }
        let allowed = host.utf8.contains(58) ? isOfAddress : isOfName
        guard host.utf8.allSatisfy(allowed) else {
            return "the host \(host) is neither a name (letters, digits, . - _; others in their "
                + "xn-- form) nor an IPv4 or IPv6 address without brackets"
        }
        return nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
            || byte == 45 || byte == 46 || byte == 95
    }

    private static func isOfAddress(_ byte: UInt8) -> Bool {
        (97...102).contains(byte) || (65...70).contains(byte) || (48...58).contains(byte)
            || byte == 46
    }
}
