/// What the decoder takes of one mail, each tested at the limit and one past it.
enum MailLimits {
    /// The longest mail that is read at all, in bytes: 64 MiB. The desk's configuration says how long
    /// one may be that it takes.
    static let mailBytesMax = 67_108_864
    /// The most leaves of a message.
    static let partsMax = 200
    /// The deepest nesting that is taken apart.
    static let depthMax = 32
    /// The most headers of a message.
    static let headersMax = 500
    /// The most of a text part that is read, in bytes: 1 MiB.
    static let textBytesMax = 1_048_576
    /// The most files that are named of one mail.
    static let filesMax = 100
    /// The longest name of a file, in bytes.
    static let fileNameBytesMax = 200
    /// The most servers that a mail may pass before it counts as going round in a circle.
    static let hopsMax = 50
    /// The most headers of authentication that are read, and the most results of each.
    static let authenticationMax = 20
    /// The longest line of a command of LMTP, in bytes.
    static let commandBytesMax = 2048
    /// The most recipients of one mail.
    static let recipientsMax = 100
    /// How long a client of the listener may be silent, in seconds: what RFC 5321 wants.
    static let silenceSecondsMax = 300
    /// The most memory that the decoder may take, in bytes: 1 GiB.
    static let decoderBytesMax = 1_073_741_824
    /// The most processor time that the decoder may take, in seconds.
    static let decoderSecondsMax = 20
}
