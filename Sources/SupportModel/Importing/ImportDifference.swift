/// A row says otherwise than what was imported under its key before.
package struct ImportDifference: Hashable, Sendable {
    /// The row's key.
    package var key: ImportKey
    /// What the key made: `ticket 12`, `entry 41`.
    package var made: String
    /// What the desk has there.
    package var has: String
    /// What the row says.
    package var row: String

    package init(key: ImportKey, made: String, has: String, row: String) {
        self.key = key
        self.made = made
        self.has = has
        self.row = row
    }
}
