/// What a plan has to say of one of its weeks, or of its hours.
package struct PlanRemark: Hashable, Sendable, Codable {
    /// Whether it asks for another plan; otherwise it only explains.
    package var isWarning: Bool
    /// `R9`, as in the agency's terms.
    package var rule: String
    /// The fact, with its figures.
    package var text: String
}
