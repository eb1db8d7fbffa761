import SupportModel

/// One `[[service]]`: a kind of work that tickets and time entries name (R2).
enum ServiceTable {
    /// Reads one; nil when its name or its title is missing or wrong.
    static func read(_ table: inout TableReader) -> Service? {
        let name = table.required("name", .name(of: Service.self))
        let title = table.required("title", .title)
        guard let name, let title else { return nil }
        return Service(name: name, title: title)
    }
}
