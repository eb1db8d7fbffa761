/// What a faulty storage does at one of its calls.
package enum StorageTrouble: Hashable, Sendable {
    /// The call fails with this error number and does nothing.
    case fail(errno: Int32)
    /// A write puts only its first part into the file and fails with EIO; other calls fail with EIO.
    case tear(bytes: Int)
    /// Power is lost before the call: it and all later ones fail, until `rebooted`.
    case powerCut
}
