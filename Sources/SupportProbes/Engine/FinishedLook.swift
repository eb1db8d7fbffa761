package import SupportModel

/// A look that has come to its end, and what it came to.
package struct FinishedLook: Hashable, Sendable {
    /// The look as it was begun.
    package let look: ProbeLook
    /// What it came to.
    package let verdict: Verdict
    /// How long each part took; nil for what does not go over the network.
    package let phases: ProbePhases?

    package init(look: ProbeLook, verdict: Verdict, phases: ProbePhases? = nil) {
        self.look = look
        self.verdict = verdict
        self.phases = phases
    }

    /// What the desk is told of it. A failure seen while the worker was paused says nothing.
    package func observation(wasPaused: Bool) -> ProbeObservation {
        let isVoid = wasPaused && verdict.outcome == .failure
        let detail = isVoid ? "this host was paused meanwhile: \(verdict.detail)" : verdict.detail
        return ProbeObservation(
            monitor: look.assignment.monitor, outcome: isVoid ? .unknown : verdict.outcome,
            detail: DetailLine.of(detail), phases: phases)
    }
}
