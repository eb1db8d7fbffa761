/// Lists the services of the catalogue.
package struct ServiceList: Request {
    package static let method = "service.list"
    package static let access = Access.read
    package static let cost = Cost.quick

    /// The request, which has no parameters.
    package init() {}

    /// The services, in the order of the configuration.
    package struct Reply: Codable, Hashable, Sendable {
        /// Every service that a ticket or a time entry can name.
        package var services: [ServiceView]

        package init(services: [ServiceView]) {
            self.services = services
        }
    }
}
