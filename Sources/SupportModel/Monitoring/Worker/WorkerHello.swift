/// How a worker introduces itself.
package struct WorkerHello: Hashable, Sendable, Codable {
    /// The worker's release, such as `0.1.0`.
    package var release: String
    /// The worker protocol's version; the desk refuses any but its own.
    package var protocolVersion: Int

    /// The version of the worker protocol that this program speaks; from 2 on a worker tells that it
    /// lives.
    package static let protocolVersion = 2

    package init(release: String, protocolVersion: Int = Self.protocolVersion) {
        self.release = release
        self.protocolVersion = protocolVersion
    }
}
