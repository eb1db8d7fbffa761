/// Records that a file of the journal was found damaged.
package struct RecordDamage: Command {
    /// The file's name in the state directory.
    package var file: String
    /// Where in the file, in bytes, when that is known.
    package var offset: Int?
    /// What is wrong with it.
    package var why: String

    package init(file: String, offset: Int?, why: String) {
        self.file = file
        self.offset = offset
        self.why = why
    }

    /// One `JournalDamaged`, always.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        Decision((), JournalDamaged(file: file, offset: offset, why: why))
    }
}

/// A file of the journal does not hold what was written to it: a person has to restore it.
package struct JournalDamaged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "journal.damaged"
    /// The file's name in the state directory.
    var file: String
    /// Where in the file, in bytes, when that is known.
    var offset: Int?
    /// What is wrong with it.
    var why: String

    /// Changes nothing: what the desk knows does not come from that file any more.
    package func apply(to state: inout State, _ stamp: Stamp) {}

    /// `the journal is damaged: journal-….jsonl at byte 512: this line does not match its check`.
    package var summary: String {
        let place = offset.map { "\(file) at byte \($0)" } ?? file
        return "the journal is damaged: \(place): \(why)"
    }
}
