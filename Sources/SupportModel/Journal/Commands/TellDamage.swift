/// Tells that a file of the journal was found damaged.
package struct TellDamage: Command {
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
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        [Event(JournalDamaged(file: file, offset: offset, why: why))]
    }
}
