package import SupportModel

/// A service of the catalogue as the protocol shows it.
package struct ServiceView: Codable, Hashable, Sendable {
    /// The name by which tickets and time entries call the service: `troubleshooting`.
    package var service: Name<Service>
    /// What people read: `Troubleshooting and bug fixing`.
    package var title: String

    /// What callers see of a service.
    package init(_ service: Service) {
        self.service = service.name
        title = service.title
    }
}
