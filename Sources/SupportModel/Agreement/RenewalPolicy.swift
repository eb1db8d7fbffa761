/// What happens to a contract at the end of its term (R5).
package enum RenewalPolicy: String, Sendable, Codable, CaseIterable {
    /// It ends, unless somebody renews it.
    case manual
    /// The desk renews it for as many months again, on the catalogue's terms of that moment.
    case auto
}
