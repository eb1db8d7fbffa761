import Glibc

/// Who is at the other end of a Unix socket, laid out in memory as Linux's `struct ucred`.
///
/// `getsockopt` with `SO_PEERCRED` may fill it directly: 12 bytes, no padding.
package struct PeerCredentials: Hashable, Sendable {
    /// The process that connected; it may have ended since.
    package var process: Int32
    /// The effective user at the time of connecting.
    package var user: UInt32
    /// The effective group at the time of connecting.
    package var group: UInt32

    /// Nobody: to be filled by the kernel.
    package init() {
        process = 0
        user = .max
        group = .max
    }

    /// The level at which `getsockopt` is asked.
    package static var optionLevel: CInt { SOL_SOCKET }
    /// The option of that level that answers with the peer's credentials.
    package static var optionName: CInt { SO_PEERCRED }
}

/// The users that the host knows; may ask a directory service and then take long.
package enum UserDatabase {
    /// The name of a user, nil when there is none with this number.
    package static func name(ofUser user: UInt32) throws(SystemFault) -> String? {
        try look("user \(user)", { getpwuid_r(user, $0, $1, $2, $3) }) {
            String(cString: $0.pw_name)
        }
    }

    /// The number of a user, nil when there is none with this name.
    package static func user(named name: String) throws(SystemFault) -> UInt32? {
        try look("user \(name)", { getpwnam_r(name, $0, $1, $2, $3) }) { $0.pw_uid }
    }

    /// A call of the `getpwnam_r` family with its key filled in.
    private typealias Query = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    /// Asks with a growing buffer: an entry may be of any length, a megabyte is enough for all.
    private static func look<Answer>(
        _ subject: String, _ query: Query, _ take: (passwd) -> Answer
    ) throws(SystemFault) -> Answer? {
        var size = 1_024
        while true {
            var answer: Answer?
            let cause = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
                var entry = passwd()
                var found: UnsafeMutablePointer<passwd>?
                guard let base = buffer.baseAddress else { return ENOMEM }
                let cause = query(&entry, base, size, &found)
                // The entry points into the buffer, so it is read before the buffer goes.
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
