/// Whether opening a state directory may begin a new desk.
///
/// A directory that lost its desk, such as the mount point of a disk that is not mounted, looks like
/// one for a new desk. Only an operator can tell them apart.
package enum Beginning: Hashable, Sendable {
    /// There must be a desk.
    case refused
    /// A desk is begun where there is none, and opened where there is one.
    case allowed
    /// A desk is begun; where there is one already nothing is opened.
    case demanded
}
