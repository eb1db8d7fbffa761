/// A word to or from the service manager that did not get through.
package struct SupervisorFault: Error, Hashable, CustomStringConvertible {
    /// What was being done, with the variable of the environment that it depends on.
    package let doing: String
    /// The error number of the system that stopped it.
    package let errno: CInt

    package var description: String { "cannot \(doing): error number \(errno)" }
}
