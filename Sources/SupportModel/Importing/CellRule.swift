/// What a file that is imported does not allow in a cell, a key or its rows.
package enum CellRule: Hashable, Sendable {
    /// The columns that there are.
    case unknownColumn(known: [String])
    case empty(EmptyCell)
    /// The text of the cell, and what would be right.
    case unreadable(String, WantedCell)
    /// The line on which another row has the same key.
    case keyTaken(ImportKey, line: Int)
    /// No ticket was imported under the key.
    case noImportedTicket(ImportKey)
    /// The file has so many rows, more than `Limits.importRowsMax`.
    case tooManyRows(Int)
}

/// Why a cell may not be empty.
package enum EmptyCell: Hashable, Sendable, CaseIterable {
    /// Every row has one.
    case required
    /// The row names its ticket neither by its number nor by its key.
    case ticket
    /// The work comes late, which has a reason (R10).
    case lateReason
    /// A reason is given, and nobody who agreed.
    case agreedBy
    /// Somebody agreed, which has a reason (R9).
    case agreementReason
}

/// What the text of a cell has to be.
package enum WantedCell: Hashable, Sendable, CaseIterable {
    case flag, name, number, key, level, date, minutes
}
