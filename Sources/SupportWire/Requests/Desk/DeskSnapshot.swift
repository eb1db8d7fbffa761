/// Writes a snapshot now.
package struct DeskSnapshot: Request {
    package static let method = "desk.snapshot"
    package static let access = Access.operate
    package static let cost = Cost.whole

    /// The request, which has no parameters.
    package init() {}

    /// What was written.
    package struct Reply: Codable, Hashable, Sendable {
        /// The last record that the snapshot holds.
        package var seq: UInt64
        /// How long the snapshot's text is.
        package var bytes: Int

        package init(seq: UInt64, bytes: Int) {
            self.seq = seq
            self.bytes = bytes
        }
    }
}
