/// A kind of work that a ticket and a time entry name (R2).
package struct Service: Hashable, Sendable, Codable {
    /// What a caller names it by: `troubleshooting`.
    package var name: Name<Service>
    /// What people read: `Troubleshooting and bug fixing`.
    package var title: String

    package init(name: Name<Service>, title: String) {
        self.name = name
        self.title = title
    }
}
