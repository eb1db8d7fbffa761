/// Where a contract stands.
package enum ContractStanding: String, Sendable, Codable {
    /// Signed; its first cycle has not begun.
    case pending
    /// A cycle is running.
    case active
    /// Its last cycle has closed.
    case ended
}
