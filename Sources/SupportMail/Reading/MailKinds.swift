import SupportModel

/// What kind of mail a message is, and what servers found of its origin: all by its headers.
extension MailMessage {
    /// By RFC 3834 and what is usual besides.
    var kind: MailKind {
        if isLoop { return .loop }
        if isBounce { return .bounce }
        if isAutomatic { return .automatic }
        return isOfList ? .list : .person
    }

    private var isLoop: Bool {
        headers.contains { $0.name.hasPrefix("x-supportd") }
            || messageId.flatMap(OwnMessageID.ticket) != nil
            || headers.count { $0.name == "received" } > MailLimits.hopsMax
    }

    private var isBounce: Bool {
        let type = header("content-type")?.lowercased() ?? ""
        let sender = from.first?.address.lowercased() ?? ""
        return type.hasPrefix("multipart/report") && type.contains("delivery-status")
            || header("x-failed-recipients") != nil || sender.hasPrefix("mailer-daemon@")
            || sender == "mailer-daemon"
            || hasNullSender && sender.hasPrefix("postmaster@")
    }

    private var isAutomatic: Bool {
        let submitted = Self.word(header("auto-submitted"))
        let precedence = Self.word(header("precedence"))
        return !submitted.isEmpty && submitted != "no" || precedence == "auto_reply"
            || ["x-autoreply", "x-autorespond", "x-auto-reply"].contains { header($0) != nil }
            || hasNullSender
    }

    private var isOfList: Bool {
        ["list-id", "mailing-list", "list-post"].contains { header($0) != nil }
            || ["list", "bulk", "junk"].contains(Self.word(header("precedence")))
    }

    /// Whether the envelope named no sender, to which nobody may answer.
    private var hasNullSender: Bool {
        header("return-path").map { $0.filter { !$0.isWhitespace } == "<>" } ?? false
    }

    /// The first word of a header's value in lower case; empty for none.
    private static func word(_ value: String?) -> String {
        let value = value?.drop(while: \.isWhitespace) ?? ""
        return value.prefix { !$0.isWhitespace && $0 != ";" && $0 != "(" }.lowercased()
    }

    /// What servers wrote into `Authentication-Results` (RFC 8601), the topmost first.
    var authentication: [MailAuthentication] {
        headers.lazy.filter { $0.name == "authentication-results" }
            .prefix(MailLimits.authenticationMax)
            .compactMap { Self.authentication($0.value) }
    }

    private static func authentication(_ value: String) -> MailAuthentication? {
        let parts = withoutComments(value).split(separator: ";")
        guard let server = parts.first?.split(whereSeparator: \.isWhitespace).first else {
            return nil
        }
        let results = parts.dropFirst().prefix(MailLimits.authenticationMax).compactMap { part in
            part.split(whereSeparator: \.isWhitespace).first.flatMap { result($0) }
        }
        return MailAuthentication(
            server: CleanText.line(server.lowercased(), bytesMax: 253), results: results)
    }

    /// `dmarc=fail`; nil for what is no result.
    private static func result(_ text: Substring) -> String? {
        let sides = text.lowercased().split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
        let method = sides[0].prefix { $0 != "/" }
        return CleanText.line("\(method)=\(sides[1])", bytesMax: 64)
    }

    private static func withoutComments(_ text: String) -> String {
        var depth = 0
        return text.filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")", depth > 0 { depth -= 1 } }
            return depth == 0
        }
    }
}
