/// Why the probes cannot work at all.
package struct EngineFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done.
    package let doing: String
    /// What the system or libcurl said.
    package let cause: String

    package var description: String { "\(doing): \(cause)" }
}
