import Glibc

/// The socket on which the journal of systemd takes messages with fields of their own.
///
/// A message is one datagram in the journal's native protocol: a line `NAME=value` for each field; a
/// value with a line break follows its name and its length in eight bytes, the lowest first.
package final class JournalSocket: Sendable {
    /// Where the journal listens.
    package static let usualPath = "/run/systemd/journal/socket"

    private let descriptor: OwnedSocket

    /// Connects; nil where nobody listens there.
    package init?(path: String = JournalSocket.usualPath) {
        guard let address = try? UnixAddress(path: path) else { return nil }
        let kind = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let number = socket(AF_UNIX, kind, 0)
        guard number >= 0 else { return nil }
        descriptor = OwnedSocket(number: number)
        guard address.withPointer({ connect(number, $0, $1) }) == 0 else { return nil }
    }

    /// Whether a message can be sent without waiting.
    var isWritable: Bool { descriptor.number.isWritableNow }

    /// Sends a message, waiting while the journal does not read; false where it does not take it.
    func send(_ message: [UInt8]) -> Bool {
        while true {
            let sent = message.withUnsafeBytes {
                Glibc.send(descriptor.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if sent < 0, errno == EINTR { continue }
            return sent == message.count
        }
    }

    /// The message as the journal takes it; fields that it would refuse are left out.
    package static func message(_ fields: [JournalField]) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields where field.isTaken {
            let value = Array(field.value.utf8)
            bytes += Array(field.name.utf8)
            if value.contains(UInt8(ascii: "\n")) {
                bytes.append(UInt8(ascii: "\n"))
                let count = UInt64(value.count)
                bytes += (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
            } else {
                bytes.append(UInt8(ascii: "="))
            }
            bytes += value
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// A descriptor that is closed with its owner.
    private final class OwnedSocket: Sendable {
        let number: CInt

        init(number: CInt) { self.number = number }

        deinit { close(number) }
    }
}

/// A field of a message in the journal of systemd: `TICKET=12`.
package struct JournalField: Hashable, Sendable {
    /// Capital letters, digits and underscores, a letter first; at most 64.
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        (self.name, self.value) = (name, value)
    }

    /// Whether the journal takes a field of this name from a program.
    fileprivate var isTaken: Bool {
        let name = name.utf8
        guard let first = name.first, name.count <= 64, (65...90).contains(first) else {
            return false
        }
        return name.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}

extension CInt {
    /// Whether something can be written to this descriptor without waiting.
    var isWritableNow: Bool {
        var wanted = pollfd(fd: self, events: Int16(POLLOUT), revents: 0)
        return poll(&wanted, 1, 0) == 1 && wanted.revents & Int16(POLLOUT) != 0
    }
}
