/// What a contract says of hours beyond its package (R8).
package enum ExtraPolicy: String, Sendable, Codable, CaseIterable {
    /// They are billed separately, without asking.
    case allow
    /// A time entry must say that it means them.
    case ask
    /// There are none.
    case refuse
}
