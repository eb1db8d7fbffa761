package import SupportClient
package import SupportModel

/// Makes of a message's bytes what the desk takes.
package enum MailDecoding {
    /// The mail with its files; nil where the bytes are no message.
    package static func decode(_ bytes: [UInt8]) -> (mail: ReceivedMail, files: [DecodedFile])? {
        guard let message = MailReader.read(bytes), let identity = identity(of: message, bytes)
        else { return nil }
        let body = MailBody(message.root)
        let parted = QuotedText(body.text)
        let subject = CleanText.line(
            message.subject ?? "", charactersMax: Limits.lineCharactersMax)
        let words =
            subject.isCut ? "Subject: \(message.subject ?? "")\n\n\(parted.own)" : parted.own
        let text = Bounded(CleanText.lines(words))
        let quoted = parted.quoted.map { Bounded($0) }
        let leftOut = text.leftOut + (quoted?.leftOut ?? 0)
        var files = body.files.map(file)
        if leftOut > 0 || message.isCut || files.count > Limits.attachmentsPerRequestMax {
            // The whole mail first: what comes behind the fiftieth is only named.
            files = Array(files.prefix(MailLimits.filesMax - 1))
            files.insert(
                DecodedFile(name: "mail.eml", type: "message/rfc822", bytes: bytes), at: 0)
        }
        let mail = ReceivedMail(
            identity: identity, sender: sender(of: message),
            messageId: identifier(message.messageId), references: references(of: message),
            date: message.date, subject: subject.line, text: text.text, quoted: quoted?.text,
            kind: message.kind,
            authentication: message.authentication.isEmpty ? nil : message.authentication,
            charactersLeftOut: leftOut == 0 ? nil : leftOut, bytes: bytes.count)
        return (mail, files)
    }

    /// The digest of what stays the same whatever way the mail takes: who, when, what, and the body.
    private static func identity(of message: MailMessage, _ bytes: [UInt8]) -> ContentHash? {
        let words = [
            message.messageId ?? "", message.header("from") ?? "", message.header("date") ?? "",
            message.subject ?? "",
        ].joined(separator: "\u{0}")
        return MailReader.digest(Array(words.utf8) + [0] + bytes[endOfHeaders(bytes)...])
    }

    /// Where the empty line begins that ends the headers; the length where there is none.
    private static func endOfHeaders(_ bytes: [UInt8]) -> Int {
        var start = 0
        while let end = bytes[start...].firstIndex(of: 10) {
            let isEmpty = end == start || end == start + 1 && bytes[start] == 13
            if isEmpty { return start }
            start = end + 1
        }
        return bytes.count
    }

    /// Who wrote it: the one mailbox of the one `From`. Of several, none is believed.
    private static func sender(of message: MailMessage) -> MailSender? {
        guard message.from.count == 1, message.headers.count(where: { $0.name == "from" }) == 1,
            let from = message.from.first
        else { return nil }
        let address = CleanText.line(from.address, bytesMax: Limits.lineBytesMax)
        // What is not shown as it is is no address that a client of the desk has.
        guard address == from.address, address.contains("@") else { return nil }
        let name = CleanText.line(from.name ?? "", bytesMax: Limits.lineBytesMax)
        return MailSender(address: address, name: name.isEmpty || name == address ? nil : name)
    }

    /// What the mail answers, the nearest first.
    private static func references(of message: MailMessage) -> [String]? {
        var seen: Set<String> = []
        let all = (message.repliesTo + message.references.reversed()).compactMap(identifier)
            .filter { seen.insert($0).inserted }
        return all.isEmpty ? nil : Array(all.prefix(Limits.mailReferencesMax))
    }

    private static func identifier(_ text: String?) -> String? {
        guard let text, !text.isEmpty, text.utf8.count <= Limits.mailLineBytesMax,
            CleanText.line(text, bytesMax: .max) == text
        else { return nil }
        return text
    }

    private static func file(_ leaf: MailLeaf) -> DecodedFile {
        let last = leaf.name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let name = CleanText.line(last, bytesMax: MailLimits.fileNameBytesMax)
        let type = CleanText.line(leaf.type, bytesMax: MailLimits.fileNameBytesMax)
        return DecodedFile(
            name: name.isEmpty || name == "." || name == ".." ? "unnamed" : name,
            type: type.isEmpty ? "application/octet-stream" : type, bytes: leaf.bytes)
    }
}

/// A text cut to what one record may hold.
private struct Bounded {
    let text: String
    /// How many scalars were left out.
    let leftOut: Int

    init(_ whole: String) {
        let count = whole.unicodeScalars.count
        guard count > Limits.bodyCharactersMax else {
            (text, leftOut) = (whole, 0)
            return
        }
        text = String(whole.unicodeScalars.prefix(Limits.bodyCharactersMax))
        leftOut = count - Limits.bodyCharactersMax
    }
}
