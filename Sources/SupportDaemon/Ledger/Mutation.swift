package import SupportJSON
package import SupportModel

/// A request to change the desk, ready to be decided.
package struct Mutation: Sendable {
    package var command: any Command
    /// Whether only to say what would come of it.
    package var isDryRun: Bool
    /// The answer's JSON, from the state afterwards.
    package var reply: @Sendable (Done) throws -> RawJSON
}

/// What came of a mutation: what its answer is made of.
package struct Done: Sendable {
    /// The desk afterwards; after a dry run, as it would be.
    package var view: DeskView
    /// What happened, in order; empty when nothing had to.
    package var events: [Event]
    package var isDryRun: Bool
}
