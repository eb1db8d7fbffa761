/// The first line that the daemon sends on a connection: the `desk.hello` notification.
package struct Hello: Hashable, Sendable, Codable {
    package static let method = "desk.hello"
    /// The daemon's release, such as `0.1.0`.
    package var release: String
    package var `protocol`: ProtocolVersion
    /// The sequence number of the last durable record.
    package var seq: UInt64

    package init(release: String, protocol version: ProtocolVersion, seq: UInt64) {
        self.release = release
        self.protocol = version
        self.seq = seq
    }
}
