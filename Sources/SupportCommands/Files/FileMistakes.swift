import SupportWire

/// What is wrong with a file as a file, so that nothing of it was sent.
struct FileMistakes: Error {
    /// In the file's order; at most `FileLimits.mistakesMax`.
    private(set) var rows: [RowError] = []

    /// Whether nothing more needs to be looked for.
    var isFull: Bool { rows.count >= FileLimits.mistakesMax }

    /// Notes one.
    mutating func add(
        line: Int, column: String? = nil, _ message: String, wayOut: String? = nil
    ) {
        guard !isFull else { return }
        rows.append(
            RowError(
                line: line, column: column.map { String($0.prefix(64)) }, error: "malformed-file",
                message: message, wayOut: wayOut))
    }

    /// Stops here if there are any.
    func stop() throws(FileMistakes) {
        if !rows.isEmpty { throw self }
    }

    /// The error that the user is told.
    func told(_ name: String) -> WireError {
        WireError(
            .usage, "malformed-file", "\(name) cannot be read, so nothing was sent",
            wayOut: "mend the file and import it again", errors: rows)
    }
}
