/// One row of a file that is to be imported: its cells as text, and where it stands.
package struct ImportLine: Codable, Hashable, Sendable {
    /// The line of the file on which the row begins, 1 for the first; errors name it.
    package var line: Int
    /// The texts by the names of their columns. An empty one says nothing, like a missing one.
    package var cells: [String: String]

    package init(line: Int, cells: [String: String]) {
        self.line = line
        self.cells = cells
    }
}
