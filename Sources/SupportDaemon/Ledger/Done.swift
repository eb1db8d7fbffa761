package import SupportModel

/// What came of a mutation: what its answer is made of.
package struct Done: Sendable {
    /// The desk afterwards; after a dry run, as it would be.
    package var view: DeskView
    /// The state in which it was decided, where the handler asks for it; nil for others.
    package var before: State?
    /// What happened, in order; empty when nothing had to.
    package var events: [Event]
    /// Whether it was only said what would come of it: nothing was recorded.
    package var isDryRun: Bool
}
