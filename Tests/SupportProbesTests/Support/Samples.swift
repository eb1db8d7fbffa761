import SupportLink
import SupportModel
import Testing

/// A monitor's name; fails the test for a text that is none.
func name(_ text: String) throws -> Name<Monitor> {
    try #require(Name<Monitor>(text))
}

/// An assignment with figures that suit most tests.
func assignment(
    _ text: String, _ check: Check = .memory(MemoryCheck()), interval: Int = 60_000,
    retry: Int = 10_000, timeout: Int = 5_000, failuresToBelieve: Int = 3
) throws -> ProbeAssignment {
    ProbeAssignment(
        monitor: try name(text), check: check, intervalMilliseconds: interval,
        retryMilliseconds: retry, timeoutMilliseconds: timeout,
        failuresToBelieve: failuresToBelieve)
}
