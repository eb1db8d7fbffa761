/// One conversation of LMTP (RFC 2033) as a value: bytes go in, replies and mails come out.
///
/// Lines end with CRLF alone, and the text of a mail with CRLF, a point and CRLF: a mail cannot hold what
/// another program would take for its end. After a mail nothing is read further until its outcome is
/// given, so that no reply is made before the desk has the mail.
package struct LMTPSession {
    /// What is to be done.
    package enum Action: Hashable {
        /// Send this, its line ends included.
        case reply(String)
        /// Deliver the mail, and give the outcome to `delivered`.
        case deliver(LMTPMail)
        /// End the connection.
        case close
    }

    /// Where the conversation stands.
    private enum Stage: Hashable {
        /// Nobody has greeted.
        case new
        /// No mail has begun.
        case ready
        /// A sender is named.
        case sender
        /// Recipients are named.
        case recipients
        /// The text of the mail comes.
        case text
        /// A mail is being delivered.
        case delivering
        case closed
    }

    private let name: String
    private let bytesMax: Int
    private var stage = Stage.new
    /// What came and was not read yet.
    private var pending: [UInt8] = []
    private var sender = ""
    private var recipients: [String] = []
    /// The text so far.
    private var text: [UInt8] = []
    /// Whether the text is longer than is taken, so that it is only read to its end.
    private var isTooLong = false
    /// Whether the beginning of the line that is being read is in the text already.
    private var isInsideLine = false
    /// Whether the line that is being read is too long for a command.
    private var isOverlong = false

    /// - Parameters:
    ///   - name: how the server calls itself.
    ///   - bytesMax: the longest mail that is taken.
    package init(name: String, bytesMax: Int) {
        (self.name, self.bytesMax) = (name, bytesMax)
    }

    /// The greeting with which a connection begins.
    package var greeting: Action { .reply("220 \(name) LMTP supportd\r\n") }

    /// Takes bytes as they come.
    package mutating func take(_ bytes: some Sequence<UInt8>) -> [Action] {
        guard stage != .closed else { return [] }
        pending += bytes
        return proceed()
    }

    /// Takes the outcome of the mail that was delivered, and goes on with what came meanwhile.
    package mutating func delivered(_ outcome: LMTPOutcome) -> [Action] {
        guard stage == .delivering else { return [] }
        let replies = recipients.map { "\(outcome.line(to: $0))\r\n" }.joined()
        reset()
        return [.reply(replies)] + proceed()
    }

    private mutating func proceed() -> [Action] {
        var actions: [Action] = []
        var at = 0
        while stage != .delivering, stage != .closed {
            guard let end = Self.endOfLine(pending, from: at) else { break }
            let line = pending[at..<end]
            at = end + 2
            if stage == .text {
                takeText(line, &actions)
            } else {
                command(line, &actions)
            }
        }
        pending.removeSubrange(..<at)
        if stage != .delivering { bound() }
        return actions
    }

    /// Gives up what cannot become a line that is taken.
    private mutating func bound() {
        if stage == .text {
            // The last byte may be the first of a line's end.
            let whole = pending.count - 1
            guard whole > 1 << 16 else { return }
            // A point that begins a longer line stands for none.
            let isDotted = !isInsideLine && pending.first == UInt8(ascii: ".")
            append(pending[(isDotted ? 1 : 0)..<whole])
            isInsideLine = true
            pending.removeSubrange(..<whole)
        } else if pending.count > MailLimits.commandBytesMax {
            isOverlong = true
            pending.removeSubrange(..<(pending.count - 1))
        }
    }

    private static func endOfLine(_ bytes: [UInt8], from start: Int) -> Int? {
        var at = start
        while let found = bytes[at...].firstIndex(of: 13) {
            guard found + 1 < bytes.count else { return nil }
            if bytes[found + 1] == 10 { return found }
            at = found + 1
        }
        return nil
    }

    private mutating func reset() {
        stage = .ready
        (sender, recipients, text) = ("", [], [])
        (isTooLong, isInsideLine) = (false, false)
    }
}

/// The text of a mail.
extension LMTPSession {
    private mutating func takeText(_ line: ArraySlice<UInt8>, _ actions: inout [Action]) {
        let isWholeLine = !isInsideLine
        isInsideLine = false
        guard isWholeLine, line.first == UInt8(ascii: ".") else {
            append(line)
            append([13, 10])
            return
        }
        guard line.count == 1 else {
            append(line.dropFirst())
            append([13, 10])
            return
        }
        if isTooLong {
            let outcome = LMTPOutcome.tooLong(bytesMax: bytesMax)
            actions.append(.reply(recipients.map { "\(outcome.line(to: $0))\r\n" }.joined()))
            reset()
        } else {
            stage = .delivering
            actions.append(
                .deliver(LMTPMail(sender: sender, recipients: recipients, text: text)))
            text = []
        }
    }

    private mutating func append(_ bytes: some Collection<UInt8>) {
        guard !isTooLong else { return }
        guard text.count + bytes.count <= bytesMax else {
            isTooLong = true
            text = []
            return
        }
        text += bytes
    }
}

/// The commands.
extension LMTPSession {
    private mutating func command(_ line: ArraySlice<UInt8>, _ actions: inout [Action]) {
        let wasOverlong = isOverlong || line.count > MailLimits.commandBytesMax
        isOverlong = false
        guard !wasOverlong, let words = String(validating: line, as: UTF8.self),
            !words.utf8.contains(where: { $0 < 32 || $0 == 127 })
        else {
            actions.append(.reply("500 5.5.2 that is no command\r\n"))
            return
        }
        let verb = words.prefix { $0 != " " }.uppercased()
        let rest = words.dropFirst(verb.utf8.count).drop { $0 == " " }
        if verb == "QUIT" {
            stage = .closed
            actions += [.reply("221 2.0.0 \(name) closes\r\n"), .close]
            return
        }
        actions.append(.reply(reply(to: verb, String(rest)) + "\r\n"))
    }

    private mutating func reply(to verb: String, _ rest: String) -> String {
        switch verb {
        case "LHLO": return greet(rest)
        case "HELO", "EHLO": return "500 5.5.1 this is LMTP: say LHLO"
        case "NOOP": return "250 2.0.0 yes"
        case "VRFY": return "252 2.1.5 send some mail"
        case "RSET":
            if stage != .new { reset() }
            return "250 2.0.0 forgotten"
        case "MAIL": return mail(rest)
        case "RCPT": return recipient(rest)
        case "DATA": return data(rest)
        default: return "500 5.5.1 no such command here"
        }
    }

    private mutating func greet(_ rest: String) -> String {
        guard !rest.isEmpty else { return "501 5.5.4 say LHLO and your name" }
        reset()
        return [
            "250-\(name)", "250-PIPELINING", "250-ENHANCEDSTATUSCODES", "250-8BITMIME",
            "250-SMTPUTF8", "250 SIZE \(bytesMax)",
        ].joined(separator: "\r\n")
    }

    private mutating func mail(_ rest: String) -> String {
        guard stage != .new else { return "503 5.5.1 say LHLO first" }
        guard stage == .ready else { return "503 5.5.1 a mail has begun already" }
        guard let path = Self.path(rest, after: "FROM:") else {
            return "501 5.5.4 say MAIL FROM:<address>"
        }
        let size = path.options.first { $0.uppercased().hasPrefix("SIZE=") }?.dropFirst(5)
        if let size, Int(size) ?? .max > bytesMax {
            return "552 5.3.4 at most \(bytesMax) bytes are taken"
        }
        (sender, stage) = (path.address, .sender)
        return "250 2.1.0 yes"
    }

    private mutating func recipient(_ rest: String) -> String {
        guard stage == .sender || stage == .recipients else { return "503 5.5.1 say MAIL first" }
        guard let path = Self.path(rest, after: "TO:"), !path.address.isEmpty else {
            return "501 5.5.4 say RCPT TO:<address>"
        }
        guard recipients.count < MailLimits.recipientsMax else {
            return "452 4.5.3 at most \(MailLimits.recipientsMax) recipients of one mail"
        }
        recipients.append(path.address)
        stage = .recipients
        return "250 2.1.5 yes"
    }

    private mutating func data(_ rest: String) -> String {
        guard stage == .recipients else { return "503 5.5.1 name a sender and a recipient first" }
        guard rest.isEmpty else { return "501 5.5.4 DATA stands alone" }
        stage = .text
        return "354 end with a point on a line of its own"
    }

    /// The address between the brackets, and the options after it.
    private static func path(
        _ text: String, after word: String
    ) -> (address: String, options: [Substring])? {
        guard text.prefix(word.utf8.count).uppercased() == word else { return nil }
        let rest = text.dropFirst(word.utf8.count).drop { $0 == " " }
        guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
        let address = rest[rest.index(after: rest.startIndex)..<end]
        guard address.utf8.count <= 998, !address.contains("<") else { return nil }
        return (String(address), rest[rest.index(after: end)...].split(separator: " "))
    }
}

/// A mail as it came by LMTP.
package struct LMTPMail: Hashable {
    /// The sender of the envelope; empty for none.
    package let sender: String
    /// The recipients of the envelope, one or more.
    package let recipients: [String]
    /// Headers and body, with CRLF.
    package let text: [UInt8]

    package init(sender: String, recipients: [String], text: [UInt8]) {
        (self.sender, self.recipients, self.text) = (sender, recipients, text)
    }

    /// The mail with the header that says the envelope's sender.
    package var message: [UInt8] { Array("Return-Path: <\(sender)>\r\n".utf8) + text }
}

/// What became of a mail, as the server that sends it wants to know.
package enum LMTPOutcome: Hashable {
    /// The desk has it.
    case stored(String)
    /// The desk cannot take it now; the queue tries again.
    case later(String)
    /// It is too long for the desk.
    case tooLong(bytesMax: Int)

    /// The reply for one recipient.
    func line(to recipient: String) -> String {
        switch self {
        case .stored(let words): "250 2.0.0 <\(recipient)> \(words)"
        case .later(let why): "451 4.3.0 <\(recipient)> \(why)"
        case .tooLong(let most): "552 5.3.4 <\(recipient)> at most \(most) bytes are taken"
        }
    }
}
