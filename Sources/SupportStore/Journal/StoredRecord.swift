/// A record as it was read back from the journal.
package struct StoredRecord: Hashable, Sendable {
    /// Its place in the journal, counted from 1 without gaps.
    package let sequence: Int
    /// The JSON text that was given, byte for byte.
    package let text: [UInt8]
}
