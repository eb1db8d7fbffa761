/// Makes the desk what a file says it should be, all of it or nothing.
package struct DeskApply: Request {
    package static let method = "desk.apply"
    package static let access = Access.write
    /// 4 MiB: the longest text may double in JSON.
    package static let lineBytesMax = WireLimits.fileLineBytesMax
    /// What the caller calls the file, for mistakes to name it; 1 to
    /// `WireLimits.appliedNameBytesMax` bytes.
    package var file: String
    /// The TOML, at most `WireLimits.appliedTextBytesMax` bytes.
    package var text: String
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(file: String, text: String, dryRun: Bool? = nil) {
        self.file = file
        self.text = text
        self.dryRun = dryRun
    }

    /// What came of it.
    package struct Reply: Codable, Hashable, Sendable {
        /// Everything that the file describes: staff, clients, contracts, each in its order.
        package var changes: [AppliedChangeView]
        /// True when nothing was changed.
        package var dryRun: Bool

        package init(changes: [AppliedChangeView], dryRun: Bool) {
            self.changes = changes
            self.dryRun = dryRun
        }
    }
}
