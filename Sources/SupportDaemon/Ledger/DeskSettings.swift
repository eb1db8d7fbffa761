package import SupportModel

/// What the desk was configured with: replaced as a whole when the configuration is read again.
package final class DeskSettings: Sendable {
    /// What the agency sells to new contracts.
    package let catalogue: Catalogue
    /// The desk's other defaults.
    package let policy: DeskPolicy
    /// Knows the zones of the machine.
    package let calendar: any CivilCalendar

    package init(catalogue: Catalogue, policy: DeskPolicy, calendar: any CivilCalendar) {
        self.catalogue = catalogue
        self.policy = policy
        self.calendar = calendar
    }
}
