/// One fact and the rule that it comes from.
package struct ExplanationLine: Hashable, Sendable, Codable {
    /// `R9`, as in the agency's terms; empty where no rule stands behind it.
    package var rule: String
    /// The fact, with its figures, in one sentence.
    package var text: String
}
