import SupportModel

/// A message as libgmime has taken it apart: headers decoded, parts decoded, nothing interpreted.
struct MailMessage {
    /// The headers in their order, the topmost first: name in lower case, and value.
    var headers: [(name: String, value: String)] = []
    /// The mailboxes of `From`.
    var from: [MailSender] = []
    /// The subject; nil for none.
    var subject: String?
    /// The time of `Date`; nil for none.
    var date: Instant?
    /// The `Message-ID`; nil for none.
    var messageId: String?
    /// The identifiers of `In-Reply-To`, in order.
    var repliesTo: [String] = []
    /// The identifiers of `References`, in order: the last is the nearest.
    var references: [String] = []
    /// The whole of it; nil for a message without a body.
    var root: MailPart?
    /// Whether parts were left out, as there are too many.
    var isCut = false

    /// The value of the topmost header of a name, given in lower case; nil for none.
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// One node of a message's body.
indirect enum MailPart {
    case leaf(MailLeaf)
    /// A multipart: its subtype in lower case, and what it consists of.
    case multipart(String, [MailPart])
}

/// A part that is not made of others.
struct MailLeaf {
    /// The file's name; empty for none.
    var name: String
    /// The media type in lower case.
    var type: String
    /// Whether its disposition is `attachment`.
    var isAttached: Bool
    /// Its bytes; text is UTF-8.
    var bytes: [UInt8] = []
}
