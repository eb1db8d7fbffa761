/// What a request needs the right to do.
package enum Access: Sendable {
    /// Look at the desk.
    case read
    /// Change it.
    case write
    /// Look at it in a way that costs the whole desk: a snapshot, a verification, the test clock.
    case operate
}
