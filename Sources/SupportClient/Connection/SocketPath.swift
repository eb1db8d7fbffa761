/// Where the daemon listens.
package enum SocketPath {
    /// Where it listens unless told otherwise.
    package static let usual = "/run/supportd/supportd.sock"
    /// The variable of the environment that names another place.
    package static let variable = "SUPPORTD_SOCKET"

    /// The path of `--socket`, else that of the environment, else the usual one.
    package static func resolved(option: String?, environment: String?) -> String {
        if let option { return option }
        guard let environment, !environment.isEmpty else { return usual }
        return environment
    }
}
