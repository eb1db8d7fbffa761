package import SupportModel

/// What a worker is asked to deliver, once; the desk asks again where it does not work.
package struct DeliveryOrder: Hashable, Sendable, Codable {
    /// Names the delivery on its connection; the report repeats it.
    package var number: Int
    package var means: DeliveryMeans
    /// How long it may take, in milliseconds; 1 or more.
    package var timeoutMilliseconds: Int

    package init(number: Int, means: DeliveryMeans, timeoutMilliseconds: Int) {
        (self.number, self.means) = (number, means)
        self.timeoutMilliseconds = timeoutMilliseconds
    }
}

/// How something is delivered. JSON: one member, named by the case.
package enum DeliveryMeans: Hashable, Sendable {
    case smtp(SMTPDelivery)
    case program(ProgramDelivery)
    case webhook(WebhookDelivery)
}

extension DeliveryMeans: Codable {
    private enum CodingKeys: CodingKey { case smtp, program, webhook }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let mail = try container.decodeIfPresent(SMTPDelivery.self, forKey: .smtp) {
            self = .smtp(mail)
        } else if let run = try container.decodeIfPresent(ProgramDelivery.self, forKey: .program) {
            self = .program(run)
        } else {
            self = .webhook(try container.decode(WebhookDelivery.self, forKey: .webhook))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .smtp(let mail): try container.encode(mail, forKey: .smtp)
        case .program(let run): try container.encode(run, forKey: .program)
        case .webhook(let post): try container.encode(post, forKey: .webhook)
        }
    }
}

/// A mail that goes to an SMTP server.
package struct SMTPDelivery: Hashable, Sendable, Codable {
    /// `smtp://mail.example.com:587` or `smtps://…`.
    package var server: String
    /// Whether the connection must become encrypted by STARTTLS before anything is sent.
    package var mustEncrypt: Bool
    /// The user to log in as; nil: no login.
    package var user: String?
    /// The password, sealed for the worker with `context`.
    package var password: SealedHandover?
    /// The name with which the client of SMTP introduces itself.
    package var greeting: String
    /// The sender's address of the envelope.
    package var from: String
    /// The recipient's address of the envelope.
    package var to: String
    /// The whole message, lines ended by CR LF.
    package var message: String

    package init(
        server: String, mustEncrypt: Bool, user: String? = nil, password: SealedHandover? = nil,
        greeting: String, from: String, to: String, message: String
    ) {
        (self.server, self.mustEncrypt, self.user) = (server, mustEncrypt, user)
        (self.password, self.greeting) = (password, greeting)
        (self.from, self.to, self.message) = (from, to, message)
    }

    /// What the password is sealed for.
    package static func context(server: String, user: String) -> String { "smtp \(server) \(user)" }
}

/// Something that goes to a program's standard input: a command of a route, or sendmail.
package struct ProgramDelivery: Hashable, Sendable, Codable {
    /// An absolute path; no shell is involved.
    package var program: String
    package var arguments: [String]
    package var input: String
    /// Further variables of its environment.
    package var environment: [String: String]

    package init(
        program: String, arguments: [String], input: String, environment: [String: String] = [:]
    ) {
        (self.program, self.arguments, self.input) = (program, arguments, input)
        self.environment = environment
    }
}

/// Something that is posted to a web address.
package struct WebhookDelivery: Hashable, Sendable, Codable {
    package var url: String
    /// Whole header lines: `X-Supportd-Notice: …`.
    package var headers: [String]
    /// JSON.
    package var body: String

    package init(url: String, headers: [String], body: String) {
        (self.url, self.headers, self.body) = (url, headers, body)
    }
}

/// How a delivery ended.
package struct DeliveryReport: Hashable, Sendable, Codable {
    /// The number of the order.
    package var number: Int
    /// Why it failed, in one line; nil: it was delivered.
    package var failure: String?
    /// Whether the receiver refused it for good; nil for no.
    package var isFinal: Bool?

    /// The report of an order's end.
    package init(number: Int, _ end: DeliveryEnd) {
        self.number = number
        switch end {
        case .delivered: break
        case .failed(let why): failure = why
        case .refused(let why): (failure, isFinal) = (why, true)
        }
    }

    /// The same for the desk's records.
    package var end: DeliveryEnd {
        guard let failure else { return .delivered }
        return isFinal ?? false ? .refused(failure) : .failed(failure)
    }
}
