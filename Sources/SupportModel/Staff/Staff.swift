/// A person of the agency.
package struct Staff: Hashable, Sendable, Codable {
    /// What a caller names the person by: `olena`.
    package var name: Name<Staff>
    /// What they may do; only a `manager` can agree to exceptions (R7).
    package var role: Role
    /// The Unix user that this person connects as; nil for one who does not.
    package var user: String?
    /// Where they are written to; nil where nobody does.
    package var mail: String?
    /// The sequence number of the record that last changed the member of staff.
    package var version: UInt64
}

/// What a member of staff may do.
package enum Role: String, Sendable, Codable, CaseIterable {
    /// Is responsible for contracts and agrees to exceptions (R7).
    case manager
    /// Works on tickets and books time.
    case engineer
    /// Reads.
    case viewer
}
