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
