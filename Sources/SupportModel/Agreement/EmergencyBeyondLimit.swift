/// What Level 1 work does when the week has no room left (R9).
package enum EmergencyBeyondLimit: String, Sendable, Codable, CaseIterable {
    /// It passes the limit and still draws from the package: the agency's own terms.
    case package
    /// What passes the limit is extra hours, without asking.
    case extra
    /// It is refused like any other work.
    case refuse
}
