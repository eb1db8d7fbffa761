import SupportSystem

/// What is to be seen at the path of a socket without connecting.
package enum SocketSight: Hashable, Sendable {
    /// A socket.
    case socket
    /// Something else than a socket.
    case otherFile
    /// Nothing, in a directory that is there.
    case nothing
    /// Not even the directory.
    case noDirectory
    /// The directory may not be searched.
    case hidden

    /// Looks at a path.
    package static func at(_ path: String) -> SocketSight {
        do {
            return try FileFacts.read(path).kind == .socket ? .socket : .otherFile
        } catch {
            if error.isPermission { return .hidden }
            let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
            let facts = try? FileFacts.read(directory.isEmpty ? "/" : directory)
            return facts?.kind == .directory ? .nothing : .noDirectory
        }
    }
}

extension ClientFault {
    /// Whether the daemon could not be reached, or did not answer as it should; else the fault is the
    /// caller's.
    package var isOfConnection: Bool {
        switch self {
        case .unreachable, .notPermitted, .turnedAway, .timedOut, .closedEarly, .otherProtocol,
            .notUnderstood:
            true
        case .stream, .file, .settings, .editor, .backup, .output: false
        }
    }
}
