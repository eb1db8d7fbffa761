package import SupportModel

/// What a plan has to say of a week or of hours.
package struct PlanRemarkView: Codable, Hashable, Sendable {
    /// True where it asks for another plan; false where it only explains.
    package var warning: Bool
    /// The rule behind it, such as `R9`.
    package var rule: String
    /// The fact, with its figures.
    package var text: String

    /// What callers see of a remark.
    package init(_ remark: PlanRemark) {
        warning = remark.isWarning
        rule = remark.rule
        text = remark.text
    }
}
