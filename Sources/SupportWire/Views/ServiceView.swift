package import SupportModel

/// A service of the catalogue as the protocol shows it.
package struct ServiceView: Codable, Hashable, Sendable {
    package var service: Name<Service>
    package var title: String

    package init(_ service: Service) {
        self.service = service.name
        title = service.title
    }
}
