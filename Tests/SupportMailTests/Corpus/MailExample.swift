import SupportClient
import SupportModel
import Testing

/// A mail, and what is to be read of it.
struct MailExample: CustomTestStringConvertible {
    /// What is special about it.
    let name: String
    let raw: [UInt8]
    let claims: [Claim]

    /// One thing that is to be read of a mail.
    enum Claim {
        case subject(String)
        case text(String)
        case quoted(String?)
        case kind(MailKind)
        /// The sender's address; nil: none is believed.
        case sender(String?)
        /// The sender's name.
        case named(String)
        /// Name, type and length of each file.
        case files([String])
        /// Each server with its results.
        case origin([String])
        /// It is no message at all.
        case undecodable
    }

    init(_ name: String, _ text: String, _ claims: Claim...) {
        (self.name, raw, self.claims) = (name, Array(text.utf8), claims)
    }

    /// A mail that is no UTF-8.
    init(_ name: String, base64: String, _ claims: Claim...) {
        (self.name, raw, self.claims) = (name, Base64.bytes(of: base64) ?? [], claims)
    }

    var testDescription: String { name }

    /// The whole corpus.
    static let all =
        charsets + encodings + headers + senders + kinds + structure + fileNames + html + quotes
        + origin
        + broken
}
