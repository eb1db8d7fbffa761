import Crypto
package import SupportModel
import SupportWire

/// Sends files to the desk that are to be attached to tickets.
///
/// The desk keeps what was sent while the connection lasts, and after that only where a ticket names
/// it: the change that does goes over the same connection.
package enum AttachmentUpload {
    /// The next bytes of a file, at most so many, and none at its end.
    package typealias Source = (_ bytesMax: Int) throws -> [UInt8]

    /// Sends bytes, and gives the attachment that a change may name then.
    ///
    /// - Parameter type: the media type; nil: found from the name and the first bytes.
    package static func store(
        _ bytes: [UInt8], name: String, type: String? = nil,
        with connection: inout DaemonConnection
    ) throws -> Attachment {
        var rest = bytes[...]
        return try store(
            from: { most in
                defer { rest = rest.dropFirst(most) }
                return Array(rest.prefix(most))
            }, name: name, type: type, with: &connection)
    }

    /// Sends what a source gives, of which one part is held at a time.
    ///
    /// Throws the source's error, a `WireError` of the desk or a `ClientFault`; then nothing of it is
    /// kept.
    package static func store(
        from source: Source, name: String, type: String? = nil,
        with connection: inout DaemonConnection
    ) throws -> Attachment {
        let upload = connection.nextUpload()
        var (digest, offset, type) = (SHA256(), 0, type)
        while true {
            let part = try part(of: source)
            if type == nil { type = MediaType.of(name: name, leading: part) }
            digest.update(data: part)
            let isLast = part.count < WireLimits.attachmentPartBytesMax
            let reply = try connection.call(
                AttachmentPut(
                    upload: upload, offset: offset, data: Base64.text(of: part),
                    end: isLast ? true : nil)
            ).reply
            offset += part.count
            guard isLast else { continue }
            guard let content = reply.content, content.text == hexadecimal(digest.finalize()) else {
                throw ClientFault.notUnderstood(
                    why: "the desk has stored something else than was sent of \(name)")
            }
            return Attachment(
                content: content, name: name, type: type ?? MediaType.unknown, bytes: offset)
        }
    }

    /// A part, shorter only at the end of the source.
    private static func part(of source: Source) throws -> [UInt8] {
        var part: [UInt8] = []
        while part.count < WireLimits.attachmentPartBytesMax {
            let bytes = try source(WireLimits.attachmentPartBytesMax - part.count)
            if bytes.isEmpty { break }
            part += bytes
        }
        return part
    }
}

/// Fetches a file that is attached to a ticket.
package struct AttachmentDownload {
    /// What is fetched.
    package let attachment: Attachment
    private let ticket: Identifier<Ticket>
    private let first: AttachmentGet.Reply

    /// Asks for the first part.
    ///
    /// - Parameter reference: the name of the file, or the first digits of its digest.
    package init(
        of ticket: Identifier<Ticket>, _ reference: String,
        with connection: inout DaemonConnection
    ) throws {
        self.ticket = ticket
        first = try connection.call(AttachmentGet(ticket: ticket, attachment: reference)).reply
        attachment = first.attachment
    }

    /// Passes all parts to the closure, in order, and compares their digest at the end.
    package func run(
        with connection: inout DaemonConnection, _ write: ([UInt8]) throws -> Void
    ) throws {
        var (digest, offset, reply) = (SHA256(), 0, first)
        while true {
            guard let bytes = Base64.bytes(of: reply.data) else { throw damaged }
            digest.update(data: bytes)
            try write(bytes)
            offset += bytes.count
            guard let next = reply.next else { break }
            guard next == offset, !bytes.isEmpty else { throw damaged }
            reply = try connection.call(
                AttachmentGet(ticket: ticket, attachment: attachment.content.text, offset: next)
            ).reply
        }
        guard offset == attachment.bytes,
            hexadecimal(digest.finalize()) == attachment.content.text
        else { throw damaged }
    }

    private var damaged: ClientFault {
        .notUnderstood(
            why:
                "what the desk sent of \(PrintableText.line(attachment.name)) does not match its digest"
        )
    }
}

/// Every byte as two digits in lower case.
private func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef")
    return digest.reduce(into: "") { text, byte in
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
}

/// Compares contents with the digests that they are named after.
enum ContentCheck {
    /// Whether bytes that come piece by piece, empty at the end, and zeros after them have a digest.
    static func holds<Failure: Error>(
        _ content: ContentHash, zeros: Int, _ next: () throws(Failure) -> [UInt8]
    ) throws(Failure) -> Bool {
        var digest = SHA256()
        while true {
            let piece = try next()
            if piece.isEmpty { break }
            digest.update(data: piece)
        }
        var left = max(0, zeros)
        while left > 0 {
            let count = min(left, 65_536)
            digest.update(data: [UInt8](repeating: 0, count: count))
            left -= count
        }
        return hexadecimal(digest.finalize()) == content.text
    }
}
