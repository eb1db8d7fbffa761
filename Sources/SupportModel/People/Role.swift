/// What a member of staff may do.
package enum Role: String, Sendable, Codable, CaseIterable {
    /// Looks after contracts and agrees to exceptions (R7).
    case manager
    /// Works on tickets and books time.
    case engineer
    /// Reads.
    case viewer
}
