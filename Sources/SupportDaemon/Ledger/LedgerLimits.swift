package import NIOCore

/// What the daemon keeps bounded, beyond what its configuration bounds.
package enum LedgerLimits {
    /// The longest answer that is kept for an idempotency key, in bytes of its record.
    package static let answerBytesMax = 262_144
    /// The bytes of ticket bodies after which a page of an export ends.
    package static let exportBodyBytesMax = 8_388_608
    /// Clients, contracts and monitors together up to which `status` is answered at once.
    package static let countedAtOnceMax = 300
    /// Long answers that are made at a time, each for another user.
    package static let readingThreads = 4
    /// What one turn of a connection on the event loop may weigh: a request is 1, and 1 more for
    /// each `turnBytesEach` bytes of its line.
    package static let turnWeightMax = 32
    /// See `turnWeightMax`.
    package static let turnBytesEach = 2048
    /// What is handed to a socket at a time, in bytes.
    package static let flushBytesMax = 262_144
    /// How long no new connections are taken when there is no descriptor for them.
    package static let acceptPause = TimeAmount.seconds(1)
    /// Requests of one connection that may wait for the disk before it is read no further.
    package static let pendingRepliesMax = 512
    /// Faults of the journal's files that are told apart, each told once.
    package static let findingsMax = 100
    /// How long a watch waits when the system has no descriptor or memory for its next page.
    package static let watchPause = TimeAmount.seconds(1)
    /// Records that a page of the log or of a watch reads at a time.
    package static let pageRecordsMax = 512
    /// The bytes of records after which one `log.list` answers what it found so far.
    package static let logAnswerBytesMax = 8_388_608
    /// Records that one `log.list` looks at before it answers what it found so far.
    package static let scanRecordsMax = 200_000
    /// Boxes that one `access.reseal` puts into a record, in bytes of their text.
    package static let resealBytesMax = 1_048_576
    /// How often the log repeats what goes on happening.
    package static let repeatedNotesEvery = TimeAmount.minutes(1)
    /// How often the desk looks whether its worker lives, in milliseconds.
    package static let workerLookMilliseconds: Int64 = 1_000
    /// How long no worker may be there before nothing is known of any monitor.
    package static let workerAbsenceMax = TimeAmount.seconds(30)
    /// The longest line that a worker may send, in bytes.
    package static let workerLineBytesMax = 4_194_304
}
