/// Which release of the program this is.
package enum Release {
    /// Major, minor and patch, as every program of the package prints it for `--version`.
    package static let version = "0.1.0"
}
