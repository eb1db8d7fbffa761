/// The calendar that the model is handed: it knows zones, the model does not.
package protocol CivilCalendar: Sendable {
    /// The zone of this name, or nil when the machine's zone data does not know it.
    func zone(named name: ZoneName) -> (any CivilZone)?
}
