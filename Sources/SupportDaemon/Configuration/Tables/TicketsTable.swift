/// `[tickets]`: how the desk treats tickets.
package struct TicketsTable: Hashable, Sendable {
    /// How long after its resolution a ticket can be reopened, in days: 0 to 3650.
    package var reopenDays = 14

    /// The table as it is where no file sets a key of it.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("reopen_days", .integer(0...3650), into: &reopenDays)
    }
}
