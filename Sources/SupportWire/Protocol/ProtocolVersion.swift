/// The version of the protocol that this program speaks.
///
/// A new member in a reply, a new method or a new optional parameter raises the minor number;
/// anything that an old client could misread raises the major one.
package struct ProtocolVersion: Hashable, Sendable, Codable {
    /// Programs whose major numbers differ do not understand each other.
    package var major: Int
    /// What was added since the major number last rose; a peer with a lower one lacks some of it.
    package var minor: Int

    /// What this build speaks.
    package static let current = ProtocolVersion(major: 1, minor: 0)
}
