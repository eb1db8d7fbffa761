/// How `supportd` ends. The service manager starts it again after 69 and 74, which may be over by then,
/// and not after the others: they need a person (`sysexits.h` has the numbers).
package enum DaemonExit: Int32, Sendable {
    /// The command line is wrong, or asks for a new desk where there is one.
    case usage = 64
    /// The state directory was read, and what it holds is not a whole desk.
    case damagedState = 65
    /// The socket cannot be listened on, or another daemon has the state directory.
    case unavailable = 69
    /// The system refused a read, a write or a sync of the state directory, or to show the
    /// configuration though it is there and may be read.
    case storageFailed = 74
    /// The configuration is wrong, too few descriptors are allowed, there is no desk in the state
    /// directory, or it is open to others.
    case configuration = 78
}
