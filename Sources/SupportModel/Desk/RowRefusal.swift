/// Why one row of a list was refused, and where a person finds it.
package struct RowRefusal: Error, Hashable, Sendable {
    /// The line of the file on which the row begins, 1 for the first.
    package var line: Int
    /// The column, or the way to the key of a table, that is to blame; nil where it is the row as a
    /// whole.
    package var column: String?
    /// What was refused.
    package var refusal: Refusal

    package init(line: Int, column: String?, refusal: Refusal) {
        self.line = line
        self.column = column
        self.refusal = refusal
    }
}
