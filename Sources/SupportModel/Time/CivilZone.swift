/// One time zone's rules, as far as billing needs them.
package protocol CivilZone: Sendable {
    /// The first instant of a date: local midnight, or where a clock change skips it, the instant
    /// after the gap.
    func startOfDay(_ date: CivilDate) -> Instant
    /// The date on the wall at an instant.
    func date(at instant: Instant) -> CivilDate
}
