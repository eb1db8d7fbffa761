/// Records that a file of the journal was found damaged.
package struct RecordDamage: Command {
    /// The file's name in the state directory.
    package var file: String
    /// The offset of the damage in the file, in bytes, when known.
    package var offset: Int?
    /// The kind of damage.
    package var why: String

    package init(file: String, offset: Int?, why: String) {
        (self.file, self.offset, self.why) = (file, offset, why)
    }

    /// One `JournalDamaged`, always.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        Decision((), JournalDamaged(file: file, offset: offset, why: why))
    }
}

/// A file of the journal does not hold what was written to it; a person has to restore it.
package struct JournalDamaged: DeskEvent {
    package static let type = "journal.damaged"
    /// The file's name in the state directory.
    var file: String
    /// The offset of the damage in the file, in bytes, when known.
    var offset: Int?
    /// The kind of damage.
    var why: String

    /// Changes nothing: the state in memory does not depend on that file any more.
    package func apply(to state: inout State, _ stamp: Stamp) {}

    /// `the journal is damaged: journal-….jsonl at byte 512: this line does not match its check`.
    package var summary: String {
        let place = offset.map { "\(file) at byte \($0)" } ?? file
        return "the journal is damaged: \(place): \(why)"
    }
}
