package import SupportModel
import SupportSystem

/// How notices are delivered: the parts of the configuration that the rules do not know, and the secrets
/// that it names, as they were when the configuration was read.
package struct DeliverySettings: Sendable {
    /// How mail goes out; nil: not at all.
    package enum Mail: Sendable {
        /// To a server, `smtp://mail.example.com:587`.
        case server(String, mustEncrypt: Bool, login: Login?)
        /// To the standard input of a program.
        case program(String)
    }

    /// A user of a mail server, with the password.
    package struct Login: Sendable {
        package let user: String
        package let password: Secret
    }

    /// How a route delivers.
    package enum Means: Sendable {
        case mail
        case command([String])
        /// A web address, and the key of the signature.
        case webhook(String, Secret?)
    }

    /// A secret that lies in a file of its own.
    package struct Secret: Sendable {
        package let path: String
        /// Its text, without a line end; or why it could not be read.
        package let text: Result<String, Trouble>
    }

    /// Why a secret cannot be used, in one line.
    package struct Trouble: Error, Hashable, Sendable {
        package let words: String
    }

    package let mail: Mail?
    /// The sender's address.
    package let from: String
    /// The sender's name; empty for none.
    package let fromName: String
    /// How long a delivery may take, in milliseconds.
    package let timeoutMilliseconds: Int
    /// By the names of the routes.
    package let means: [Name<NoticeRoute>: Means]

    /// Of a desk that delivers nothing.
    package init() {
        (mail, from, fromName, timeoutMilliseconds, means) = (nil, "", "", 60_000, [:])
    }

    /// What a configuration says; reads the files of secrets, which may take as long as their file system.
    package init(_ configuration: Configuration) {
        let smtp = configuration.smtp
        (from, fromName, timeoutMilliseconds) = (smtp.from, smtp.fromName, smtp.timeout)
        if !smtp.isUsable {
            mail = nil
        } else if !smtp.sendmail.isEmpty {
            mail = .program(smtp.sendmail)
        } else {
            let scheme = smtp.security == .tls ? "smtps" : "smtp"
            let host = smtp.host.contains(":") ? "[\(smtp.host)]" : smtp.host
            mail = .server(
                "\(scheme)://\(host):\(smtp.port)", mustEncrypt: smtp.security != .none,
                login: smtp.user.isEmpty
                    ? nil : Login(user: smtp.user, password: Secret(in: smtp.passwordFile)))
        }
        var means: [Name<NoticeRoute>: Means] = [:]
        for route in configuration.routes {
            means[route.name] =
                if let command = route.command {
                    .command(command)
                } else if let url = route.url {
                    .webhook(url, route.secretFile.isEmpty ? nil : Secret(in: route.secretFile))
                } else {
                    .mail
                }
        }
        self.means = means
    }

    /// Every file of a secret that cannot be used, and why.
    package var troubles: [(path: String, why: String)] {
        var secrets: [Secret] = []
        if case .server(_, _, let login?)? = mail { secrets.append(login.password) }
        for name in means.keys.sorted() {
            if case .webhook(_, let secret?)? = means[name] { secrets.append(secret) }
        }
        return secrets.compactMap { secret in
            if case .failure(let trouble) = secret.text { return (secret.path, trouble.words) }
            return nil
        }
    }
}

extension DeliverySettings.Secret {
    /// The longest secret, in bytes.
    private static let bytesMax = 4_096

    /// Reads a file that only this user may read.
    init(in path: String) {
        self.path = path
        text = Self.read(path)
    }

    private static func read(_ path: String) -> Result<String, DeliverySettings.Trouble> {
        func trouble(_ words: String) -> Result<String, DeliverySettings.Trouble> {
            .failure(DeliverySettings.Trouble(words: words))
        }
        var bytes: [UInt8]
        do throws(PrivateFile.Fault) {
            bytes = try PrivateFile.read(path, bytesMax: bytesMax + 1)
        } catch {
            return trouble(words(of: error, path))
        }
        guard bytes.count <= bytesMax else { return trouble("\(path) is longer than a secret") }
        if bytes.last == 10 { bytes.removeLast() }
        if bytes.last == 13 { bytes.removeLast() }
        guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty,
            PrintableText.isOneLine(text)
        else { return trouble("\(path) does not hold one line of text") }
        return .success(text)
    }

    private static func words(of fault: PrivateFile.Fault, _ path: String) -> String {
        switch fault {
        case .missing: "\(path) is not there"
        case .notAFile: "\(path) is no plain file"
        case .open(let mode):
            "others may read or change \(path) (mode 0\(String(mode, radix: 8)))"
        case .foreign(let owner): "\(path) belongs to user \(owner)"
        case .system(let fault): "\(fault)"
        }
    }
}

extension Configuration {
    /// What notices are made with.
    package var noticeRules: NoticeRules {
        let usual = calendars.first { $0.packages.isEmpty }
        let domain =
            notices.domain.isEmpty
            ? String(smtp.from.drop { $0 != "@" }.dropFirst()) : notices.domain
        return NoticeRules(
            routes: routes.map { route in
                NoticeRoute(
                    name: route.name, kinds: Set(route.events), levels: Set(route.levels),
                    clients: Set(route.clients), recipients: route.to,
                    calendar: calendars.first { $0.name == route.calendar } ?? usual,
                    language: route.language)
            },
            hasMail: smtp.isUsable, language: notices.language,
            domain: domain.isEmpty ? "localhost" : domain,
            templates: Dictionary(
                templates.map { ($0.place, $0.template) }, uniquingKeysWith: { _, last in last }),
            groupMilliseconds: Int64(notices.group),
            firstWaitMilliseconds: Int64(notices.firstWait),
            waitMillisecondsMax: Int64(notices.longestWait),
            giveUpMilliseconds: Int64(notices.giveUpAfter))
    }
}
