/// The first line that the daemon sends on a connection: the `desk.hello` notification.
package struct Hello: Hashable, Sendable, Codable {
    package static let method = "desk.hello"
    /// The daemon's release, such as `0.1.0`.
    package var release: String
    /// The version of the protocol that the daemon speaks; a client leaves when its major number is
    /// another.
    package var `protocol`: ProtocolVersion
    /// The sequence number of the last durable record.
    package var seq: UInt64

    /// The greeting of a daemon of this release whose last durable record is `seq`.
    package init(release: String, protocol version: ProtocolVersion, seq: UInt64) {
        self.release = release
        self.protocol = version
        self.seq = seq
    }
}
