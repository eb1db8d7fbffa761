/// What the client refuses to take, each tested at the limit and one past it.
package enum ClientLimits {
    /// The longest mail that is read, in bytes: 64 MiB. The desk says how long one may be that it takes.
    package static let mailBytesMax = 67_108_864
    /// The most that the decoder of a mail may write, in bytes: its files and its text.
    package static let decodedBytesMax = 201_326_592
    /// The longest line that is taken from the daemon: a list of 10 000 long tickets fits.
    package static let replyBytesMax = 67_108_864
    /// The most that is read of a file to be imported: what one request can carry.
    package static let fileBytesMax = 4_194_304
    /// The most that is read from standard input for one text or one request line.
    package static let inputBytesMax = 1_048_576
}
