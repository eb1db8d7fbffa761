/// How `supportd` ends. The service manager starts it again after 74 and not after the others: they
/// need a person (`sysexits.h` has the numbers).
package enum DaemonExit: Int32, Sendable {
    /// The command line is wrong.
    case usage = 64
    /// The state directory holds what cannot be read.
    case damagedState = 65
    /// The socket cannot be listened on, or another daemon has the state directory.
    case unavailable = 69
    /// A write or sync of the journal failed: recovery decides what is there.
    case storageFailed = 74
    /// The configuration is wrong.
    case configuration = 78
}
