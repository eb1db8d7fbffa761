/// Where a contract stands.
package enum ContractStanding: String, Sendable, Codable, CaseIterable {
    /// Signed; its first cycle has not begun.
    case pending
    /// A cycle is running.
    case active
    /// It rests: no hours are granted and none expire.
    case suspended
    /// Its last cycle has closed.
    case ended
}
