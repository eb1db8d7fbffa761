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
    /// Hands a record over to be made durable, in order of sequence.
    func submit(_ record: [UInt8], sequence: UInt64)
    /// The records after a sequence number that are durable, at most so many.
    func records(after sequence: UInt64, countMax: Int) throws -> [[UInt8]]
    /// Keeps a state's text, so that a later start need not replay what came before.
    func keepSnapshot(_ text: [UInt8], sequence: UInt64) throws
    /// Reads everything from the first record on, checking the chain.
    func readAll(_ each: ([UInt8]) throws -> Void) throws
}

extension DurableLog {
    /// Nil, for a log that no disk holds.
    package var lackOfRoom: String? { nil }
}
