import Glibc

/// The address of a Unix socket, as the kernel takes it.
struct UnixAddress {
    /// What fits before the closing zero of `sun_path`.
    static let pathBytesMax = 107

    private var address = sockaddr_un()

    /// The address of a path; the fault `pathTooLong` beyond 107 bytes.
    init(path: String) throws(SocketFault) {
        let bytes = Array(path.utf8)
        guard bytes.count <= Self.pathBytesMax else {
            throw .pathTooLong(path: path, bytesMax: Self.pathBytesMax)
        }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    }

    /// Gives the address to a call that takes a pointer and a length.
    func withPointer<Answer>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer) -> Answer {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
