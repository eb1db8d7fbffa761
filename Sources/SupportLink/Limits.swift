/// The limits that the daemon and its workers share, each tested at the limit and one past it.
package enum LinkLimits {
    /// The longest line of either side, in bytes, its newline not counted: 4 MiB.
    package static let lineBytesMax = 4_194_304
    /// The longest time between two `alive` messages of a worker, in milliseconds.
    package static let aliveMilliseconds = 3_000
    /// A worker that sends nothing for this many such times is taken for hung.
    package static let silentTimes = 3
}
