/// The limits of the worker, each tested at the limit and one past it.
package enum ProbeLimits {
    /// The most probes in flight at once; most of them can only be waiting for an answer.
    package static let probesInFlightMax = 2_048
    /// The most probes in flight at once that were started less than `freshMillisecondsMax` ago.
    package static let freshProbesMax = 256
    /// How long a probe counts as fresh, in milliseconds; one that takes longer lingers.
    package static let freshMillisecondsMax = 500
    /// The longest body that an answer may announce, in bytes.
    package static let announcedBytesMax = 1 << 40
    /// The most libcurl handles that are kept for later probes.
    package static let idleTransfersMax = 256
    /// The most monitors that one worker keeps.
    package static let monitorsMax = 20_000
    /// The most bytes of an answer's body that are read and searched.
    package static let bodyBytesMax = 1 << 20
    /// The most redirects that one probe follows.
    package static let redirectsMax = 10
    /// How many bytes may wait for the desk to read them before no more probes start.
    package static let outgoingBytesMax = 1 << 20
    /// The most bytes of a `/proc` file that are read.
    package static let procFileBytesMax = 16_384
    /// The longest wait of the loop, in milliseconds; it bounds how late a sleep of the host is
    /// noticed.
    package static let restMillisecondsMax = 5_000
    /// The time between two iterations of the loop from which the worker counts as paused, in
    /// milliseconds; what was due in between is skipped.
    package static let pauseMillisecondsMin = 15_000
    /// The most attempts to log in that run at once.
    package static let loginsMax = 4
    /// The longest time of a step of an attempt to log in, of which there are two at most, in
    /// milliseconds.
    package static let loginMillisecondsMax = 15_000
    /// The most deliveries of notices that run at once.
    package static let deliveriesMax = 16
    /// The longest time that a delivery may take, in milliseconds.
    package static let deliveryMillisecondsMax = 300_000
    /// How many bytes of a command's output, or of a webhook's answer, are kept for its report.
    package static let deliveryOutputBytesMax = 4_096
    /// The longest time from the assignment of a monitor to its first probe, in milliseconds.
    package static let firstProbeMillisecondsMax = 1_000
}
