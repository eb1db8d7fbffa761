/// A state that was written down whole, so that a start need not begin at the first record.
package struct Snapshot: Hashable, Sendable {
    /// The last record that the state contains, 1 or more.
    package let sequence: Int
    /// What the writer gave, byte for byte.
    package let content: ArraySlice<UInt8>
    /// The digest of that record's line.
    let chain: ChainDigest
}
