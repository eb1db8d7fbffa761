/// Why a configuration is not taken: everything that is wrong with it, not only the first.
package struct ConfigurationReport: Error, Hashable, Sendable, CustomStringConvertible {
    /// The files that were looked at, in the order in which they hold.
    package let files: [String]
    /// Never empty; in the order of the files, and of the lines within one.
    package let problems: [ConfigurationProblem]

    /// Whether a file could not be read for now, so that nobody knows yet what the configuration
    /// says.
    package var isPassing: Bool { problems.contains { $0.isPassing } }

    /// One line a problem, without a newline at the end.
    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
