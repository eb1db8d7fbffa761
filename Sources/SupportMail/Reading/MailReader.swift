import CMail
import SupportModel

/// Takes a message apart with libgmime.
///
/// The library is C and reads what strangers wrote, so this runs only in a process that has closed
/// itself in; see `DecoderProgram`.
enum MailReader {
    /// The message; nil where the bytes are none.
    static func read(_ bytes: [UInt8]) -> MailMessage? {
        let collector = Collector()
        let bounds = mail_bounds(
            parts_max: Int32(MailLimits.partsMax), depth_max: Int32(MailLimits.depthMax),
            headers_max: Int32(MailLimits.headersMax))
        let context = Unmanaged.passUnretained(collector).toOpaque()
        let answer = bytes.withUnsafeBytes { buffer in
            mail_read(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, bounds,
                { context, item, name, value, count in
                    guard let context, let name, let value else { return }
                    Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().take(
                        item, String(cString: name),
                        UnsafeRawBufferPointer(start: value, count: count))
                }, context)
        }
        return answer == 0 ? collector.finished() : nil
    }

    /// The SHA-256 of bytes.
    static func digest(_ bytes: [UInt8]) -> ContentHash? {
        var text = [CChar](repeating: 0, count: 65)
        bytes.withUnsafeBytes { buffer in
            mail_digest(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, &text)
        }
        return ContentHash(String(decoding: text.prefix(64).map(UInt8.init), as: UTF8.self))
    }
}

/// Puts the pieces of a message together as they come.
private final class Collector {
    private var message = MailMessage()
    /// The multiparts that have begun and not ended, the outermost first.
    private var open: [(subtype: String, parts: [MailPart])] = []

    func take(_ item: Int32, _ name: String, _ value: UnsafeRawBufferPointer) {
        guard let kind = mail_item_kind(item) else { return }
        switch kind {
        case .body: addBody([UInt8](value))
        case .openMultipart: open.append((Self.text(value), []))
        case .closeMultipart: closeLast()
        case .part, .attachedPart:
            add(
                .leaf(
                    MailLeaf(
                        name: name, type: Self.text(value), isAttached: kind == .attachedPart)))
        case .more: message.isCut = true
        default: takeHeader(kind, name, Self.text(value))
        }
    }

    private func takeHeader(_ kind: ItemKind, _ name: String, _ value: String) {
        switch kind {
        case .header: message.headers.append((name.lowercased(), value))
        case .from: message.from.append(MailSender(address: value, name: name))
        case .subject: message.subject = value
        case .date: message.date = Int64(value).map(Self.instant)
        case .identifier: message.messageId = value
        case .replyTo: message.repliesTo.append(value)
        case .reference: message.references.append(value)
        default: break
        }
    }

    /// The message once everything has come.
    func finished() -> MailMessage {
        while !open.isEmpty { closeLast() }
        return message
    }

    private func closeLast() {
        guard let last = open.popLast() else { return }
        add(.multipart(last.subtype, last.parts))
    }

    private func add(_ part: MailPart) {
        if open.isEmpty {
            message.root = part
        } else {
            open[open.count - 1].parts.append(part)
        }
    }

    /// Gives the bytes to the leaf that came last.
    private func addBody(_ bytes: [UInt8]) {
        if open.isEmpty {
            guard case .leaf(var leaf)? = message.root else { return }
            leaf.bytes = bytes
            message.root = .leaf(leaf)
        } else {
            let last = open.count - 1
            guard case .leaf(var leaf)? = open[last].parts.popLast() else { return }
            leaf.bytes = bytes
            open[last].parts.append(.leaf(leaf))
        }
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private static func instant(_ seconds: Int64) -> Instant {
        let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        return Instant(clamping: overflow ? 0 : milliseconds)
    }
}

/// What a piece of a message is; the names of C in this language.
private enum ItemKind: UInt32 {
    case header = 1
    case from, sender, to, subject, date, identifier, replyTo, reference
    case openMultipart, closeMultipart, part, attachedPart, body, more
}

private func mail_item_kind(_ item: Int32) -> ItemKind? {
    UInt32(exactly: item).flatMap(ItemKind.init)
}
