import SupportClient
import SupportWire

/// What named the path of the socket.
enum SocketOrigin: Hashable, Sendable {
    case option, environment, settings, usual

    /// The same order in which `SocketPath.resolved` takes them.
    init(_ option: String?, _ invocation: Invocation) {
        let variable = invocation.console.variable(SocketPath.variable) ?? ""
        if option != nil {
            self = .option
        } else if !variable.isEmpty {
            self = .environment
        } else {
            self = invocation.settings.socket == nil ? .usual : .settings
        }
    }

    fileprivate var words: String? {
        switch self {
        case .option: "--socket"
        case .environment: SocketPath.variable
        case .settings: "the configuration file of supportc"
        case .usual: nil
        }
    }
}

/// What is to be said of a desk that does not answer.
enum OutsideFindings {
    /// The commands that show more.
    private static let log =
        "systemctl status supportd; journalctl -u supportd; supportd --check-config"

    /// - Parameter usual: where a desk listens unless it is told otherwise.
    static func of(
        _ fault: ClientFault, at path: String, named origin: SocketOrigin,
        usual: String = SocketPath.usual
    ) -> [Finding] {
        let error = fault.wireError
        var findings = [
            Finding(.sockets, .problem, error.data.error, error.message, hint: error.data.hint)
        ]
        if case .unreachable = fault {
            findings[0].hint = log
            findings += place(path)
        }
        if let words = origin.words, path != usual, SocketSight.at(usual) == .socket {
            findings.append(
                Finding(
                    .sockets, .advice, "other-socket",
                    "\(words) names \(path), and there is a socket at \(usual)",
                    hint: "try supportc --socket \(usual) doctor"))
        }
        findings.append(
            Finding(
                .program, .unknown, "not-seen",
                "everything else only the desk can say"))
        return findings
    }

    private static func place(_ path: String) -> [Finding] {
        let (error, words, hint) = sight(of: path)
        return [Finding(.sockets, .problem, error, words, hint: hint, figures: ["socket": path])]
    }

    private static func sight(
        of path: String
    ) -> (error: String, words: String, hint: String) {
        let start = "systemctl start supportd.socket supportd"
        return switch SocketSight.at(path) {
        case .socket:
            (
                "socket-unserved",
                "\(path) is a socket, and nobody takes its connections: the daemon has ended",
                "systemctl start supportd"
            )
        case .otherFile:
            (
                "not-a-socket", "\(path) is no socket",
                "name the socket with --socket or \(SocketPath.variable)"
            )
        case .nothing:
            (
                "socket-missing",
                "there is no socket \(path): no daemon has made one there, or it was removed", start
            )
        case .noDirectory:
            (
                "socket-directory-missing",
                "the directory of \(path) is not there: no daemon was started since the host was",
                start
            )
        case .hidden:
            (
                "socket-hidden", "you may not search the directory of \(path)",
                "run it as root, or as a user who may"
            )
        }
    }
}
