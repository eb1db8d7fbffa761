/// What the protocol refuses to take, each tested at the limit and one past it.
package enum WireLimits {
    /// The longest line of a method that does not say otherwise, newline not counted: 64 KiB.
    package static let lineBytesMax = 65_536
    /// The longest line of a method that carries long text: 1 MiB.
    package static let longLineBytesMax = 1_048_576
    /// The longest line of a method that carries a file, and of any line at all: 4 MiB.
    package static let fileLineBytesMax = 4_194_304
    /// The longest text of a file that is applied, in bytes of UTF-8: 1 MiB.
    package static let appliedTextBytesMax = 1_048_576
    /// The longest name of such a file, in bytes: what Linux takes for a path.
    package static let appliedNameBytesMax = 4095
    /// The most bytes of an attachment that one request carries, before base64: 256 KiB.
    package static let attachmentPartBytesMax = 262_144
    /// The deepest nesting of a line's JSON.
    package static let depthMax = 64
    /// The longest idempotency key, in bytes.
    package static let keyBytesMax = 128
    /// The most things that one list may be asked for at a time.
    package static let listCountMax = 10_000
    /// The most that the log shows of an event's note or reason, in bytes of UTF-8.
    package static let loggedNoteBytesMax = 80
    /// How many things one list answers when its request does not say.
    package static let listCountDefault = 200
}
