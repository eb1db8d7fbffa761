/// A person of the agency.
package struct Staff: Hashable, Sendable, Codable {
    package var name: Name<Staff>
    package var role: Role
    /// The Unix user that this person connects as; nil for one who does not.
    package var user: String?
    package var mail: String?
    /// The sequence number of the record that last changed the member of staff.
    package var version: UInt64
}
