import Glibc

/// One of the three streams that every process is given.
package enum StandardStream: Int32, Sendable {
    case input = 0
    case output = 1
    case error = 2

    /// True when a person sits at the other end.
    package var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes all the bytes, or throws after writing an unknown part of them.
    package func write(_ bytes: [UInt8]) throws(SystemFault) {
        var written = 0
        while written < bytes.count {
            written += try systemCall("write to", "standard \(self)") {
                bytes[written...].withUnsafeBytes {
                    Glibc.write(rawValue, $0.baseAddress, $0.count)
                }
            }
        }
    }

    /// The next bytes, at most so many, as soon as there are any; empty at the end.
    package func read(bytesMax: Int) throws(SystemFault) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: max(1, bytesMax))
        let count = try systemCall("read from", "standard \(self)") {
            buffer.withUnsafeMutableBytes { Glibc.read(rawValue, $0.baseAddress, $0.count) }
        }
        return Array(buffer.prefix(count))
    }
}
