package import SupportModel

extension ReceivedMail {
    /// A mail of a number, which makes it another than those of other numbers.
    package static func example(
        _ number: Int, from address: String? = "ann@acme.test", subject: String = "Shop is slow",
        text: String = "It is slow.", answering references: [String]? = nil,
        kind: MailKind = .person, bytes: Int = 100
    ) -> ReceivedMail {
        let digits = String(number, radix: 16)
        let text64 = String(repeating: "0", count: 64 - digits.count) + digits
        guard let identity = ContentHash(text64) else {
            preconditionFailure("64 digits are a digest")
        }
        return ReceivedMail(
            identity: identity, sender: address.map { MailSender(address: $0) },
            messageId: "\(number)@acme.test", references: references, subject: subject, text: text,
            kind: kind, bytes: bytes)
    }
}
