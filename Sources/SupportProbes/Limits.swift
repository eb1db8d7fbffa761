/// What the probes hold themselves to, each tested at the limit and one past it.
package enum ProbeLimits {
    /// The most looks that run at once; most of them can only be waiting for an answer.
    package static let probesInFlightMax = 2_048
    /// The most looks at once that were begun less than `freshMillisecondsMax` ago.
    package static let freshProbesMax = 256
    /// How long a look is fresh, in milliseconds; one that lasts so long lingers.
    package static let freshMillisecondsMax = 500
    /// The longest body that an answer may announce, in bytes: a larger one is no web page's.
    package static let announcedBytesMax = 1 << 40
    /// The most libcurl handles that are kept for later looks.
    package static let idleTransfersMax = 256
    /// The most monitors that one worker keeps.
    package static let monitorsMax = 20_000
    /// How much of an answer's body is read and searched, in bytes.
    package static let bodyBytesMax = 1 << 20
    /// The most redirects that are followed in one look.
    package static let redirectsMax = 10
    /// How much may wait for the desk to read it before no more looks are started, in bytes.
    package static let outgoingBytesMax = 1 << 20
    /// How much of a `/proc` file is read, in bytes.
    package static let procFileBytesMax = 16_384
    /// The longest that the loop rests, in milliseconds: so it notices soon that the host slept.
    package static let restMillisecondsMax = 5_000
    /// A loop that was not heard of for so long was paused, with all that it had planned.
    package static let pauseMillisecondsMin = 15_000
    /// A new monitor is looked at within this time, in milliseconds.
    package static let firstLookMillisecondsMax = 1_000
}
