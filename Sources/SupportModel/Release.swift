/// The release of all three programs.
package enum Release {
    /// Semantic version, as `--version` and the protocol's greeting say it.
    package static let version = "0.1.0"
}
