/// The version of the protocol that this program speaks.
///
/// A new member in a reply, a new method or a new optional parameter raises the minor number;
/// anything that an old client could misread raises the major one.
package struct ProtocolVersion: Hashable, Sendable, Codable {
    package var major: Int
    package var minor: Int

    package static let current = ProtocolVersion(major: 1, minor: 0)
}
