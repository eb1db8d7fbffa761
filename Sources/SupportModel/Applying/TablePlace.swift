/// Where a person finds one table of a file, and each of its keys.
package struct TablePlace: Hashable, Sendable {
    /// The way to it: `contract[0]`.
    package var path: String
    /// The line on which it begins, 1 for the first.
    package var line: Int
    /// The lines of its keys, as far as it has them.
    package var keyLines: [String: Int]

    package init(path: String, line: Int, keyLines: [String: Int] = [:]) {
        self.path = path
        self.line = line
        self.keyLines = keyLines
    }

    /// What was refused, at the key that is to blame; nil for the table as a whole.
    func refusal(_ key: String?, _ refusal: Refusal) -> RowRefusal {
        RowRefusal(
            line: key.flatMap { keyLines[$0] } ?? line, column: key.map { "\(path).\($0)" } ?? path,
            refusal: refusal)
    }
}
