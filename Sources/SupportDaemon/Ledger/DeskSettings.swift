package import SupportModel

/// What the desk was configured with: replaced as a whole when the configuration is read again.
package final class DeskSettings: Sendable {
    package let catalogue: Catalogue
    package let policy: DeskPolicy
    package let calendar: any CivilCalendar

    package init(catalogue: Catalogue, policy: DeskPolicy, calendar: any CivilCalendar) {
        self.catalogue = catalogue
        self.policy = policy
        self.calendar = calendar
    }
}
