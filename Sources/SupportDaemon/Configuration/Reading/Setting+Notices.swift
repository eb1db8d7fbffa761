import SupportModel
import SupportTOML

extension Setting<String> {
    /// One line, or nothing.
    static var lineOrEmpty: Setting {
        let most = Limits.lineCharactersMax
        return text.checked(
            wanted: "leave it empty, or give one line of at most \(most) characters"
        ) {
            $0.unicodeScalars.count <= most && PrintableText.isOneLine($0)
        }
    }

    /// A mail address, or nothing.
    static var mailOrEmpty: Setting {
        text.checked(wanted: "leave it empty, or give an address such as \"desk@example.com\"") {
            $0.isEmpty || MailMessage.isPlainAddress($0)
        }
    }

    /// A host name or an address, or nothing.
    static var hostOrEmpty: Setting {
        text.checked(wanted: "leave it empty, or give a host name or an address without its port") {
            $0.isEmpty || isHost($0)
        }
    }

    /// A domain, or nothing.
    static var domainOrEmpty: Setting {
        text.checked(wanted: "leave it empty, or give a domain such as \"support.example.com\"") {
            $0.isEmpty || isHost($0) && !$0.contains(":")
        }
    }

    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= Limits.hostBytesMax
            && text.utf8.allSatisfy { byte in
                (65...90).contains(byte & 0xDF) || (45...46).contains(byte)
                    || (48...58).contains(byte)
            }
    }

    /// A web address.
    static var webAddress: Setting {
        let most = Limits.urlBytesMax
        let wanted =
            "give an address that begins with https:// or http://, of at most \(most) bytes"
        return text.checked(wanted: wanted) { text in
            let rest = ["https://", "http://"].first(where: text.hasPrefix).map {
                text.dropFirst($0.count)
            }
            return rest.map { !$0.isEmpty && $0.first != "/" } ?? false
                && text.utf8.count <= most && text.utf8.allSatisfy { (33...126).contains($0) }
        }
    }

    /// The subject or the lines of a template.
    static func template(isLine: Bool) -> Setting {
        let names = NoticeTemplate.Placeholder.allCases.map { "{\($0.rawValue)}" }
        let most = isLine ? Limits.lineCharactersMax : Limits.templateCharactersMax
        let what = isLine ? "one line" : "lines"
        let wanted =
            "give \(what) of at most \(most) characters, in which \(names.joined(separator: ", ")) may "
            + "stand and {{ for a brace"
        return text.map(wanted: wanted) { (text) throws(Misfit) in
            guard text.unicodeScalars.count <= most else {
                throw Misfit("it has more than \(most) characters")
            }
            guard isLine ? PrintableText.isOneLine(text) : PrintableText.isLines(text) else {
                throw Misfit("it holds a control character")
            }
            do throws(NoticeTemplate.Fault) {
                _ = try NoticeTemplate(subject: isLine ? text : "", text: isLine ? "" : text)
            } catch {
                switch error {
                case .unknown(let name):
                    throw Misfit("there is no placeholder \(SettingPath.quoted(name))")
                case .brace: throw Misfit("a brace opens or closes nothing")
                }
            }
            return text
        }
    }
}

extension Setting<[String]> {
    /// A program and its arguments.
    static var command: Setting {
        let one = Setting<String>.text
        let path = Setting<String>.path
        let most = ConfigurationLimits.commandWordsMax
        let wanted =
            "give a list of a program, whose path begins with /, and its arguments, at most \(most)"
        return Setting(wanted: wanted) { (node) throws(Misfit) in
            guard let list = node.list else { throw Misfit.type(node) }
            guard (1...most).contains(list.count) else { throw Misfit("it holds \(list.count)") }
            var words: [String] = []
            for index in 0..<list.count {
                words.append(
                    index == 0 ? try path.element(list[0], 0) : try one.element(list[index], index))
            }
            return words
        }
    }
}

extension Setting<[Level]> {
    /// Levels, each once.
    static var levels: Setting {
        let most = Level.allCases.count
        return .list(of: .level, most: most, wanted: "give a list of levels from 1 to 4, each once")
    }
}

extension Setting<[NoticeKind]> {
    /// What a route is told, each once.
    static var noticeKinds: Setting {
        let words = NoticeKind.routed.map(\.rawValue).joined(separator: ", ")
        let wanted = "give a list of events, each once, of \(words)"
        let one = Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            guard let kind = NoticeKind(rawValue: text), NoticeKind.routed.contains(kind) else {
                throw Misfit("\(SettingPath.quoted(text)) is none of the events")
            }
            return kind
        }
        return .list(of: one, most: NoticeKind.routed.count, wanted: wanted)
    }
}

extension Setting<[NoticeRecipient]> {
    /// Whom a route writes to, each once.
    static var recipients: Setting {
        let most = Limits.routeRecipientsMax
        let wanted =
            "give a list of 1 to \(most) of mail addresses, \"staff:NAME\", \"assignee\" and \"client\""
        let one = Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            guard let recipient = NoticeRecipient(text) else {
                throw Misfit("\(SettingPath.quoted(text)) is no recipient")
            }
            return recipient
        }
        let list = Setting.list(of: one, most: most, wanted: wanted)
        return list.map(wanted: wanted) { (recipients) throws(Misfit) in
            guard !recipients.isEmpty else { throw Misfit("it holds 0") }
            return recipients
        }
    }
}
