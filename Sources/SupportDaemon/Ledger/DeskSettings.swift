package import SupportModel

/// What the desk was configured with: replaced as a whole when the configuration is read again.
package final class DeskSettings: Sendable {
    /// What the agency sells to new contracts.
    package let catalogue: Catalogue
    /// The desk's other defaults.
    package let policy: DeskPolicy
    /// Knows the zones of the machine.
    package let calendar: any CivilCalendar
    /// How far the wall clock may go ahead before its time is doubted.
    package let clockLimits: ClockLimits

    package init(
        catalogue: Catalogue, policy: DeskPolicy, calendar: any CivilCalendar,
        clockLimits: ClockLimits = ClockLimits()
    ) {
        self.catalogue = catalogue
        self.policy = policy
        self.calendar = calendar
        self.clockLimits = clockLimits
    }
}
