/// One row of a file that is imported: the texts of its cells, unread, and where it stands.
package struct ImportRow: Hashable, Sendable {
    /// The line of the file on which the row begins, 1 for the first.
    package var line: Int
    /// The texts by the names of their columns. An empty one says nothing, like a missing one.
    package var cells: [String: String]

    package init(line: Int, cells: [String: String]) {
        self.line = line
        self.cells = cells
    }
}
