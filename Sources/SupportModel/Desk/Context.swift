/// What a decision rests on besides the state.
package struct Context: Sendable {
    /// The wall clock's time.
    package var now: Instant
    /// Who asks.
    package var by: Actor
    /// Knows the zones, and so when days begin.
    package var calendar: any CivilCalendar
    /// What new contracts are offered.
    package var catalogue: Catalogue
    /// The defaults that the operator has set.
    package var policy: DeskPolicy
    /// The version that the caller has seen of what it wants to change.
    package var ifVersion: UInt64?

    package init(
        now: Instant, by: Actor, calendar: any CivilCalendar, catalogue: Catalogue,
        policy: DeskPolicy, ifVersion: UInt64? = nil
    ) {
        self.now = now
        self.by = by
        self.calendar = calendar
        self.catalogue = catalogue
        self.policy = policy
        self.ifVersion = ifVersion
    }

    /// The rules of a zone, or a refusal that names it.
    func zone(_ name: ZoneName) throws(Refusal) -> any CivilZone {
        guard let zone = calendar.zone(named: name) else { throw .unknown(.zone, name.text) }
        return zone
    }
}
