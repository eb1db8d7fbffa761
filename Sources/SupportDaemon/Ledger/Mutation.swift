package import SupportJSON
package import SupportModel

/// A request to change the desk, ready to be decided.
package struct Mutation: Sendable {
    /// What is asked of the rules.
    package var command: any Command
    /// Whether only to say what would come of it.
    package var isDryRun: Bool
    /// Whether the answer is made of the state before it too.
    ///
    /// A state that is kept makes the next change copy what it touches, such as all entries of a cycle.
    package var asksBefore = false
    /// The answer's JSON, from the state afterwards.
    package var reply: @Sendable (Done) throws -> RawJSON
    /// How an idempotency key digests the request, where it holds a secret; nil: a plain digest.
    package var digest: (@Sendable ([[UInt8]]) -> String)?
}
