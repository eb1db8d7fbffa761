/// One monitor's last look.
package struct LastLook: Sendable {
    /// What was seen.
    package var observation: ProbeObservation
    /// When the desk heard of it.
    package var at: Instant
    /// On the clock that also counts the host's sleep, in milliseconds.
    package var uptime: Int64
    /// How many looks in a row had this outcome, without a gap between them; 1 or more.
    package var streak: Int
}
