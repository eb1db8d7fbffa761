import Glibc

/// The credentials of the process at the other end of a Unix socket, in the memory layout of
/// Linux's `struct ucred`.
///
/// `getsockopt` with `SO_PEERCRED` may fill it directly: 12 bytes, no padding.
package struct PeerCredentials: Hashable, Sendable {
    /// The process that connected; it may have ended since.
    package var process: Int32
    /// The effective user at the time of connecting.
    package var user: UInt32
    /// The effective group at the time of connecting.
    package var group: UInt32

    /// Zeros, to be filled by the kernel.
    package init() {
        process = 0
        user = .max
        group = .max
    }

    /// The level argument of `getsockopt`.
    package static var optionLevel: CInt { SOL_SOCKET }
    /// The option argument of `getsockopt` for the peer's credentials.
    package static var optionName: CInt { SO_PEERCRED }
}

/// The supplementary groups of the process at the other end of a Unix socket when it connected.
///
/// `getsockopt` with `SO_PEERGROUPS` may fill it directly. It does not say how many it wrote: what it
/// left as zero is no group, and so membership of group 0 is not seen here. It refuses a peer with
/// more than `countMax` groups (`ERANGE`).
package struct PeerGroups: Sendable {
    /// The most groups that are read.
    package static let countMax = 1_024

    private var numbers = InlineArray<1_024, UInt32>(repeating: 0)

    /// Zeros, to be filled by the kernel.
    package init() {}

    /// The groups, without group 0.
    package var members: [UInt32] {
        numbers.indices.lazy.map { numbers[$0] }.filter { $0 != 0 }
    }

    /// The option argument of `getsockopt` for the peer's groups.
    package static let optionName: CInt = 59
}

/// An entry of the group database; its own name is also that of a function here.
private typealias GroupEntry = Glibc.group

/// The host's user database, which may query a directory service and then be slow.
package enum UserDatabase {
    /// The name of a user; nil when there is none with this number.
    package static func name(ofUser user: UInt32) throws(SystemFault) -> String? {
        try readEntry("user \(user)", passwd(), { getpwuid_r(user, $0, $1, $2, $3) }) {
            String(cString: $0.pw_name)
        }
    }

    /// The number of a user; nil when there is none with this name.
    package static func user(named name: String) throws(SystemFault) -> UInt32? {
        try readEntry("user \(name)", passwd(), { getpwnam_r(name, $0, $1, $2, $3) }) { $0.pw_uid }
    }

    /// A user with the numbers of all its groups, without group 0; nil when there is none with this
    /// name.
    package static func account(named name: String) throws(SystemFault) -> UserAccount? {
        let found = try readEntry(
            "user \(name)", passwd(), { getpwnam_r(name, $0, $1, $2, $3) }
        ) { (user: $0.pw_uid, group: $0.pw_gid) }
        guard let found else { return nil }
        // The call says how many there are where they are more than it was given room for.
        var groups: [gid_t] = [0]
        var count = CInt(groups.count)
        for _ in 0..<2 {
            let room = Int(max(count, 1))
            groups = Array(repeating: 0, count: room)
            if getgrouplist(name, found.group, &groups, &count) >= 0 { break }
        }
        let known = groups.prefix(Int(max(count, 0)))
        return UserAccount(number: found.user, groups: known.filter { $0 != 0 })
    }

    /// The number of a group; nil when there is none with this name.
    package static func group(named name: String) throws(SystemFault) -> UInt32? {
        try readEntry("group \(name)", GroupEntry(), { getgrnam_r(name, $0, $1, $2, $3) }) {
            $0.gr_gid
        }
    }

    /// The group that a file belongs to, by its name, or its number where it has none; nil where the
    /// file cannot be seen.
    package static func group(ofFile path: String) -> String? {
        var file = stat()
        guard stat(path, &file) == 0 else { return nil }
        let number = file.st_gid
        let name = try? readEntry(
            "group \(number)", GroupEntry(), { getgrgid_r(number, $0, $1, $2, $3) }
        ) { String(cString: $0.gr_name) }
        return name ?? "\(number)"
    }

    /// A call of the `getpwnam_r` or `getgrgid_r` family with its key filled in.
    private typealias Query<Entry> = (
        UnsafeMutablePointer<Entry>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
    ) -> Int32

    /// Calls with a growing buffer, as an entry may be of any length up to a megabyte.
    private static func readEntry<Entry, Answer>(
        _ subject: String, _ empty: Entry, _ query: Query<Entry>, _ take: (Entry) -> Answer
    ) throws(SystemFault) -> Answer? {
        var size = 1_024
        while true {
            var answer: Answer?
            let cause = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
                var entry = empty
                var found: UnsafeMutablePointer<Entry>?
                guard let base = buffer.baseAddress else { return ENOMEM }
                let cause = query(&entry, base, size, &found)
                // The entry points into the buffer, so it is read before the buffer is freed.
                if cause == 0, let found { answer = take(found.pointee) }
                return cause
            }
            switch cause {
            case 0, ENOENT, ESRCH: return answer
            case EINTR: continue
            case ERANGE where size < 1_048_576: size *= 2
            default: throw SystemFault(doing: "look up", subject: subject, errno: cause)
            }
        }
    }
}

/// A user of the host.
package struct UserAccount: Hashable, Sendable {
    /// Its number.
    package let number: UInt32
    /// The numbers of its groups, the primary one among them, without group 0.
    package let groups: [UInt32]

    package init(number: UInt32, groups: [UInt32]) {
        (self.number, self.groups) = (number, groups)
    }
}
