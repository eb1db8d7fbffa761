/// A person of the agency.
package struct Staff: Hashable, Sendable, Codable {
    /// The name that callers use: `olena`.
    package var name: Name<Staff>
    /// Their role; only a `manager` can agree to exceptions (R7).
    package var role: Role
    /// The Unix user that this person connects as; nil for none.
    package var user: String?
    /// Their mail address; nil for none.
    package var mail: String?
    /// The sequence number of the record that last changed the member of staff.
    package var version: UInt64
}
