/// Sentences that more than one place says.
enum LedgerWords {
    /// Why nothing can be stored.
    static let noRoom = "the disk of the state directory is full"
}
