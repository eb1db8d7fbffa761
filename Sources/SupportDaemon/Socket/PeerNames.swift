import SupportSystem
import Synchronization

/// The names of users, looked up once: a directory service may be slow, and a name is only for
/// people to read.
enum PeerNames {
    private static let known = Mutex<[UInt32: String]>([:])

    /// The user's name, or its number where it has none.
    static func name(of uid: UInt32) -> String {
        if let name = known.withLock({ $0[uid] }) { return name }
        let name = (try? UserDatabase.name(ofUser: uid)) ?? String(uid)
        known.withLock { known in
            if known.count > 10_000 { known.removeAll() }
            known[uid] = name
        }
        return name
    }
}
