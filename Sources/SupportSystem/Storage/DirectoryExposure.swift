/// What lets others than the process's own user change what lies in a directory.
package enum DirectoryExposure: Hashable, Sendable {
    /// It belongs to another user, by number.
    case foreign(owner: UInt32)
    /// Its group or everybody may write to it; its permission bits.
    case open(mode: UInt32)
}
