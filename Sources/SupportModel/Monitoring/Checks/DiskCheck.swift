/// A resource check: is there room on the file system that holds a path of this host.
package struct DiskCheck: Hashable, Sendable, Codable {
    /// An absolute path that exists.
    package var path: String
    /// The least room for unprivileged users, in percent of the file system, 0 to 100.
    package var freePercentMin: Int

    package init(path: String, freePercentMin: Int = 10) {
        self.path = path
        self.freePercentMin = freePercentMin
    }
}
