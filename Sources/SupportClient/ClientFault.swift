import SupportModel
package import SupportWire

/// Why the client has no answer of the daemon's to show.
package enum ClientFault: Error, Hashable, Sendable {
    /// Nobody listens at the path, or one may not connect.
    case unreachable(path: String, why: String)
    /// The system does not let this user connect; the group that may, where it is one to join.
    case notPermitted(path: String, why: String, group: String?)
    /// The daemon did not let us in, and said why.
    case turnedAway(WireError)
    /// The daemon did not answer within the time.
    case timedOut(path: String, after: Duration, doubt: Doubt)
    /// The daemon closed the connection before it had answered.
    case closedEarly(path: String, doubt: Doubt)
    /// The daemon speaks a protocol of another major version.
    case otherProtocol(theirs: ProtocolVersion, release: String)
    /// What came is not what the protocol says.
    case notUnderstood(why: String)
    /// Standard input or output failed.
    case stream(why: String)
    /// A file that was named cannot be read.
    case file(why: String)
    /// The user's own configuration is not one to be used.
    case settings(path: String, why: String, hint: String)
    /// The editor that was to write a text failed.
    case editor(why: String)
    /// A backup cannot be written, or not into that directory.
    case backup(WireError)
    /// A file cannot be written for the user.
    case output(WireError)

    /// Whether the desk may have changed without our knowing.
    package enum Doubt: Hashable, Sendable {
        /// Nothing was asked that changes anything.
        case none
        /// A change was sent; nobody knows whether it was done.
        case changeSent(key: String?)
    }
}

extension ClientFault {
    /// The fault in the form of every error: exit code, word, sentence, hint.
    package var wireError: WireError {
        switch self {
        case .unreachable(_, let why):
            WireError(
                .unreachable, "unreachable", "supportd cannot be reached: \(why)",
                hint: "see whether it runs (systemctl status supportd), or name its socket "
                    + "with --socket or \(SocketPath.variable)")
        case .notPermitted(let path, let why, let group):
            WireError(
                .notPermitted, "socket-not-permitted", "you may not connect to supportd: \(why)",
                hint: group.map {
                    "\(path) is for the group \($0): have an administrator add you to it "
                        + "(usermod -aG \($0) USER) and log in again"
                }
                    ?? "run it as the user that supportd runs as, or have an administrator open \(path) "
                    + "to a group of yours: daemon.socket_mode in supportd.toml(5)",
                figures: group.map { ["group": $0] })
        case .turnedAway(let error):
            WireError(
                .unreachable, error.data.error,
                "supportd does not take the connection: \(error.message)",
                hint: error.data.hint ?? "try again later", figures: error.data.figures)
        case .timedOut(let path, let time, let doubt):
            WireError(
                .timedOut, "timed-out",
                "supportd at \(path) did not answer within \(seconds(time))\(doubt.words)",
                hint: doubt.hint ?? "wait longer with --timeout, or see what keeps it busy")
        case .closedEarly(let path, let doubt):
            WireError(
                .unreachable, "closed-early",
                "supportd at \(path) closed the connection before it answered\(doubt.words)",
                hint: doubt.hint ?? "try again; its log says why it closed")
        case .otherProtocol(let theirs, let release):
            WireError(
                .unreachable, "other-protocol",
                "supportd \(release) speaks protocol \(theirs.major).\(theirs.minor), this "
                    + "supportc \(ProtocolVersion.current.major).\(ProtocolVersion.current.minor)",
                hint: "use the supportc of the same release")
        case .notUnderstood(let why):
            WireError(
                .unreachable, "not-understood", "the answer cannot be understood: \(why)",
                hint: "see whether another program listens at the socket")
        case .stream(let why):
            WireError(.usage, "stream-failed", why, hint: "see where it is redirected to")
        case .file(let why):
            WireError(.usage, "file-unreadable", why, hint: "name a file that you may read")
        case .settings(let path, let why, let hint):
            WireError(.usage, "settings-unusable", "\(path): \(why)", hint: hint)
        case .editor(let why):
            WireError(
                .usage, "editor-failed", "\(why); nothing was changed",
                hint: "set VISUAL or EDITOR to your editor, or give the text on the command line")
        case .backup(let error), .output(let error): error
        }
    }

    private func seconds(_ time: Duration) -> String {
        let (seconds, attoseconds) = time.components
        return DurationText.text(
            milliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}

extension ClientFault.Doubt {
    fileprivate var words: String {
        self == .none ? "" : "; it is not known whether the change was done"
    }

    fileprivate var hint: String? {
        switch self {
        case .none: nil
        case .changeSent(key: nil):
            "look before you repeat it; a change sent with --key can be repeated safely"
        case .changeSent(let key?): "repeat it with --key \(key): it is not done twice"
        }
    }
}
