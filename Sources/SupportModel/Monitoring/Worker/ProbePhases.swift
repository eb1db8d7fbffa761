/// How long each part of a network probe took, in microseconds; nil for a part that was not reached.
package struct ProbePhases: Hashable, Sendable, Codable {
    /// From the start to the name resolved.
    package var resolve: Int?
    /// From then to the TCP connection open.
    package var connect: Int?
    /// From then to the TLS handshake done.
    package var tls: Int?
    /// From then to the first byte of the answer.
    package var firstByte: Int?
    /// From then to the last byte.
    package var transfer: Int?
    /// From the start to the end.
    package var total: Int

    package init(
        resolve: Int? = nil, connect: Int? = nil, tls: Int? = nil, firstByte: Int? = nil,
        transfer: Int? = nil, total: Int
    ) {
        self.resolve = resolve
        self.connect = connect
        self.tls = tls
        self.firstByte = firstByte
        self.transfer = transfer
        self.total = total
    }
}
