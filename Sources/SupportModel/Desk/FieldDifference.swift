/// One value of a thing that is another after a change.
package struct FieldDifference: Hashable, Sendable, Codable {
    /// What the thing's description calls it: the key in a file, or the parameter of a request.
    package var field: String
    /// The old value as a text; nil for none.
    package var from: String?
    /// The new value as a text; nil for none.
    package var to: String?

    /// Nil where the two values are the same.
    package init?(_ field: String, from old: String?, to new: String?) {
        guard old != new else { return nil }
        self.field = field
        from = old
        to = new
    }
}
