/// A configuration that is right, and where it came from.
package struct LoadedConfiguration: Hashable, Sendable {
    package let configuration: Configuration
    /// The files that were read, in the order in which they hold; empty for the defaults alone.
    package let files: [String]
}
