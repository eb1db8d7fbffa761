/// A site check: can a TCP connection be opened.
package struct TCPCheck: Hashable, Sendable, Codable {
    /// A host name or an address, without brackets.
    package var host: String
    /// 1 to 65535.
    package var port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}
