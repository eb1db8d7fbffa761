/// One row of a file that was refused, and where a person finds it.
package struct RowError: Sendable, Hashable, Codable {
    /// The line of the file on which the row begins, 1 for the first.
    package var line: Int
    /// The column, the member, or in TOML the way to the key, `contract[0].from`, that is to blame;
    /// missing where it is the row or the file as a whole.
    package var column: String?
    /// Kebab-case, as for the error of a single request: `weekly-limit`.
    package var error: String
    /// One sentence: what was refused, by which rule, with the figures.
    package var message: String
    /// What to do instead.
    package var wayOut: String?

    package init(
        line: Int, column: String? = nil, error: String, message: String, wayOut: String? = nil
    ) {
        self.line = line
        self.column = column
        self.error = error
        self.message = message
        self.wayOut = wayOut
    }
}
