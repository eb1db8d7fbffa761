package import SupportModel

/// `[notices]`: how messages go out.
package struct NoticesTable: Hashable, Sendable {
    /// The language of whom nothing else is known.
    package var language = NoticeLanguage.english
    /// The domain of their identifiers; empty: that of `smtp.from`.
    package var domain = ""
    /// How long a notice waits for others to join, in milliseconds: 0 to 1 hour.
    package var group = 30_000
    /// The wait after the first failure, in milliseconds: 1 s to 1 hour.
    package var firstWait = 30_000
    /// The longest wait between two attempts, in milliseconds: 1 s to 1 day.
    package var longestWait = 3_600_000
    /// How long after the first attempt a notice is given up, in milliseconds: 1 min to 30 days.
    package var giveUpAfter = 259_200_000

    /// The defaults.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("language", .choice, into: &language)
        table.read("domain", .domainOrEmpty, into: &domain)
        table.read("group", .milliseconds(0...3_600_000), into: &group)
        table.read("first_wait", .seconds(1...3600), into: &firstWait)
        table.read("longest_wait", .seconds(1...86_400), into: &longestWait)
        table.read("give_up_after", .seconds(60...2_592_000), into: &giveUpAfter)
    }
}

/// `[smtp]`: how mail goes out.
package struct SMTPTable: Hashable, Sendable {
    /// How the connection is encrypted.
    package enum Security: String, CaseIterable, Sendable {
        /// By STARTTLS, or nothing is sent.
        case startTLS = "starttls"
        /// From the beginning.
        case tls
        /// Not at all.
        case none
    }

    /// The server; empty: none.
    package var host = ""
    /// 1 to 65535.
    package var port = 587
    package var security = Security.startTLS
    /// Empty: no login.
    package var user = ""
    /// The file that holds the password.
    package var passwordFile = ""
    /// The sender's address; empty: none.
    package var from = ""
    /// The sender's name; empty: none.
    package var fromName = ""
    /// A program that takes a mail on standard input in place of a server; empty: none.
    package var sendmail = ""
    /// How long a delivery may take, in milliseconds: 1 s to 5 min.
    package var timeout = 60_000

    /// The defaults.
    package init() {}

    /// Whether mail can be sent.
    package var isUsable: Bool { !from.isEmpty && (!host.isEmpty || !sendmail.isEmpty) }

    mutating func read(_ table: inout TableReader) {
        table.read("host", .hostOrEmpty, into: &host)
        table.read("port", .integer(1...65_535), into: &port)
        table.read("security", .choice, into: &security)
        table.read("user", .lineOrEmpty, into: &user)
        table.read("password_file", .pathOrEmpty, into: &passwordFile)
        table.read("from", .mailOrEmpty, into: &from)
        table.read("from_name", .lineOrEmpty, into: &fromName)
        table.read("sendmail", .pathOrEmpty, into: &sendmail)
        table.read("timeout", .seconds(1...300), into: &timeout)
    }

    func check(_ draft: inout ConfigurationDraft) {
        if !host.isEmpty, !sendmail.isEmpty {
            draft.report(
                ["smtp.sendmail", "smtp.host"], "mail would go to a server and to a program",
                "leave one of `host` and `sendmail` empty")
        }
        if !host.isEmpty || !sendmail.isEmpty, from.isEmpty {
            draft.report(
                ["smtp.host", "smtp.sendmail", "smtp.from"], "mail has no sender",
                "give `from` the address that mail comes from")
        }
        if user.isEmpty != passwordFile.isEmpty {
            draft.report(
                ["smtp.user", "smtp.password_file"],
                "a login takes a user and the file of a password",
                "give both `user` and `password_file`, or none")
        }
        if security == .none, !user.isEmpty, !LoopbackHost.isOne(host) {
            draft.report(
                ["smtp.security", "smtp.host"],
                "the password would cross the network in plain text",
                "give `security` \"starttls\" or \"tls\", or leave `user` empty")
        }
    }
}

/// The names of this host for itself.
enum LoopbackHost {
    static func isOne(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host == "[::1]" || host.hasPrefix("127.")
    }
}

/// One `[[route]]`: what is told to whom.
package struct RouteTable: Hashable, Sendable {
    package var name: Name<NoticeRoute>
    package var events: [NoticeKind]
    package var levels: [Level]
    package var clients: [Name<Client>]
    /// Whom it writes to; nil: it is no mail.
    package var to: [NoticeRecipient]?
    /// A program and its arguments; nil: it is no command.
    package var command: [String]?
    /// A web address; nil: it is no webhook.
    package var url: String?
    /// The file of the key of a webhook's signature; empty: it is not signed.
    package var secretFile: String
    /// The calendar in whose open hours Levels 3 and 4 are told; nil: the one that names no packages.
    package var calendar: Name<BusinessCalendar>?
    package var language: NoticeLanguage?

    /// Reads one; nil when a key is missing or invalid.
    static func read(_ table: inout TableReader) -> RouteTable? {
        let name = table.required("name", .name(of: NoticeRoute.self))
        let events = table.required("events", .noticeKinds)
        let levels = table.optional("levels", .levels) ?? Level.allCases
        let clients = table.optional("clients", .names(of: Client.self)) ?? []
        let to = table.optional("to", .recipients)
        let command = table.optional("command", .command)
        let url = table.optional("url", .webAddress)
        let secretFile = table.optional("secret_file", .path) ?? ""
        let plain = table.optional("plain", .boolean) ?? false
        let calendar = table.optional("calendar", .name(of: BusinessCalendar.self))
        let language = table.optional("language", Setting<NoticeLanguage>.choice)
        guard let name, let events else { return nil }
        if name == NoticeRoute.reply {
            table.report(
                "name", "\"reply\" is the route of replies to clients", "give it another name")
        }
        let means = ["to", "command", "url"].filter(table.holds)
        guard means.count == 1 else {
            let problem =
                means.isEmpty
                ? "it says not where to go"
                : "\(means.joined(separator: " and ")) do not go together"
            table.report(means.first ?? "to", problem, "give one of `to`, `command` and `url`")
            return nil
        }
        if let url, url.hasPrefix("http:"), !plain, !LoopbackHost.isOne(url.hostOfURL) {
            table.report(
                "url", "what it is told would cross the network in plain text",
                "give an https address, or set `plain` to true")
        }
        return RouteTable(
            name: name, events: events, levels: levels, clients: clients, to: to,
            command: command, url: url, secretFile: secretFile, calendar: calendar,
            language: language)
    }
}

extension String {
    /// The host of a web address, without its port; in brackets where it is an address of IPv6.
    fileprivate var hostOfURL: String {
        let rest = self[(firstRange(of: "://")?.upperBound ?? startIndex)...]
        let place = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = place[
            (place.lastIndex(of: "@").map { place.index(after: $0) } ?? place.startIndex)...]
        if host.hasPrefix("[") { return String(host.prefix { $0 != "]" }) + "]" }
        return String(host.prefix { $0 != ":" })
    }
}

/// One `[[template]]`: a text in place of one that the desk brings.
package struct TemplateTable: Hashable, Sendable {
    package var place: NoticeTemplate.Place
    package var template: NoticeTemplate

    /// Reads one; nil when a key is missing or invalid.
    static func read(_ table: inout TableReader) -> TemplateTable? {
        let event = table.required("event", Setting<NoticeKind>.choice)
        let language = table.required("language", Setting<NoticeLanguage>.choice)
        let subject = table.required("subject", .template(isLine: true))
        let text = table.required("text", .template(isLine: false))
        guard let event, let language, let subject, let text,
            let template = try? NoticeTemplate(subject: subject, text: text)
        else { return nil }
        return TemplateTable(
            place: NoticeTemplate.Place(event, language), template: template)
    }
}
