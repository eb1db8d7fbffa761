package import SupportJSON

/// A message between the daemon and a worker.
package protocol WorkerMessage: Codable, Sendable {
    /// What the receiver does with members that this release does not know.
    static var unknownMembers: StrictJSONDecoder.UnknownMembers { get }
}

/// Encodes and decodes messages between the daemon and a worker: each is one JSON object on a line
/// of its own.
package enum WorkerLine {
    /// The line of a message, its newline included.
    package static func encode(_ message: some WorkerMessage) -> [UInt8] {
        // Messages hold texts and integers only, whose encoding cannot fail.
        var line = (try? LineJSONEncoder.encode(message)) ?? []
        line.append(UInt8(ascii: "\n"))
        return line
    }

    /// The message of a line, given without its newline.
    package static func decode<Message: WorkerMessage>(
        _ type: Message.Type, from line: [UInt8]
    ) throws(BadLine) -> Message {
        do {
            return try StrictJSONDecoder.decode(
                type, from: try JSONDocument(line).root, unknownMembers: type.unknownMembers)
        } catch let fault as JSONFault {
            throw BadLine(reason: fault.message)
        } catch {
            throw BadLine(reason: "\(error)")
        }
    }

    /// A line that is not the expected message.
    package struct BadLine: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong with it, in one line.
        package let reason: String

        package var description: String { reason }
    }
}
