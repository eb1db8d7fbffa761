package import SupportModel
package import SupportWire

/// Who is at the other end of a connection, as the kernel says, and what they may do.
///
/// The one place where rights are decided. The first set: the daemon's owner and root may do
/// everything, everybody else who can reach the socket may read.
package struct Caller: Hashable, Sendable {
    /// The user number.
    package let uid: UInt32
    /// The user's name when the connection was made.
    package let name: String
    /// Whether it is root or the user that the daemon runs as.
    package let isOwner: Bool

    /// - Parameter owner: the user that the daemon runs as.
    package init(uid: UInt32, name: String, owner: UInt32) {
        self.uid = uid
        self.name = name
        isOwner = uid == owner || uid == 0
    }

    /// How the journal names the caller.
    package var actor: Actor { .user(uid: uid, name: name) }

    /// Refuses what the caller has no right to.
    package func expect(_ access: Access, for method: String) throws(WireError) {
        switch access {
        case .read: return
        case .write, .operate:
            guard isOwner else { throw .notPermitted(method, "\(name) (uid \(uid))") }
        }
    }
}
