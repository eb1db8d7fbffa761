/// Holds a row against what was imported under its key before.
struct Differences<Column: ImportColumn> {
    let cells: RowCells<Column>
    let key: ImportKey
    /// What the key made: `entry 41`.
    let made: String

    /// Refuses a cell that says otherwise than the desk.
    func expect(_ column: Column, _ has: String, _ row: String) throws(RowRefusal) {
        if has != row { try refuse(column, has, row) }
    }

    /// Refuses a cell.
    func refuse(_ column: Column, _ has: String, _ row: String) throws(RowRefusal) {
        throw cells.refusal(
            column,
            .importedOtherwise(
                ImportDifference(key: key, made: made, has: Self.short(has), row: Self.short(row))))
    }

    /// The text, cut where it is long; a person has both whole elsewhere.
    private static func short(_ text: String) -> String {
        if text.isEmpty { return "nothing" }
        let head = text.prefix(40)
        return head.endIndex == text.endIndex ? text : "\(head)…"
    }
}
