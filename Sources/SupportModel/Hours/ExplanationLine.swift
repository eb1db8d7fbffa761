/// One fact and the rule that it comes from.
package struct ExplanationLine: Hashable, Sendable, Codable {
    /// `R9`, as in the agency's terms.
    package var rule: String
    package var text: String
}
