/// What a request needs the right to do.
package enum Access: Sendable {
    /// Look at the desk.
    case read
    /// Change it.
    case write
    /// What is the operator's: what costs the whole desk (a snapshot, a verification), and the clock.
    case operate
}
