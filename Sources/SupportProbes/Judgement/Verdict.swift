package import SupportModel

/// What a look came to: the outcome, and one line for people that says why.
package struct Verdict: Hashable, Sendable {
    /// As it should be, not as it should be, or not to be told.
    package let outcome: ProbeObservation.Outcome
    /// As the judgement wrote it; `DetailLine` makes it fit for the wire.
    package let detail: String

    package init(_ outcome: ProbeObservation.Outcome, _ detail: String) {
        self.outcome = outcome
        self.detail = detail
    }
}
