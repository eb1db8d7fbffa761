package import SupportWire

/// Where records go and come back from: the seam between the ledger and the journal.
///
/// Append in order, a durable position, read from a sequence number; no file name passes it.
package protocol DurableLog: Sendable {
    /// The longest record that it ever takes, in bytes.
    var recordBytesMax: Int { get }
    /// Whether a record of this size is certain to fit; false when the disk is full.
    func canAccept(bytes: Int) -> Bool
    /// Why there is no room for more on the disk; nil while there is.
    var lackOfRoom: String? { get }
    /// Why it cannot go on behind what it has already taken from the disk, where that is not for
    /// want of room; nil while it can.
    var lackOfNext: String? { get }
    /// What of its files is gone, so that a later start would not find what is stored now; nil while
    /// all is where it belongs.
    var loss: String? { get }
    /// Hands a record over to be made durable, in order of sequence.
    func submit(_ record: [UInt8], sequence: UInt64)
    /// The records after a sequence number that are durable, at most so many.
    func records(after sequence: UInt64, countMax: Int) throws -> [[UInt8]]
    /// Keeps a state's text, so that a later start need not replay what came before.
    func keepSnapshot(_ text: [UInt8], sequence: UInt64) throws
    /// What the last check of the files found; nil before the first one has ended.
    var verdict: JournalVerdict? { get }
    /// Checks the files that hold the records after one, and hands over what is kept: the text of a
    /// state at or before that record, if there is one, then every record that follows it.
    ///
    /// Throws what the disk says, and a damaged file as an error that names it.
    func readAll(
        since sequence: UInt64, from state: (ArraySlice<UInt8>) throws -> Void,
        _ each: ([UInt8]) throws -> Void
    ) throws
}

extension DurableLog {
    /// Nil, for a log that no disk holds.
    package var lackOfRoom: String? { nil }
    /// Nil, for a log that no disk holds.
    package var lackOfNext: String? { nil }
    /// Nil, for a log that no disk holds.
    package var loss: String? { nil }
}
