import Logging
package import NIOCore
import SupportModel
import SupportStore

/// Sentences that are used in several places.
enum LedgerWords {
    /// Why nothing can be stored.
    static let noRoom = "the disk of the state directory is full"
    /// Why nothing can be stored where the disk has room and does not keep up.
    static let behind = "more waits to be written to the disk than may wait"
    /// That changes are stored only as long as the present segment has room.
    static let roomEnds =
        "the disk of the state directory has no room for the journal's next segment"
    /// Why nothing can be stored soon.
    static let noNextSegment = "the next segment of the journal cannot be prepared"
    /// Why changes are refused when files are missing.
    static let filesGone = "files of the state directory are gone"
    /// The hint for files that are missing.
    static let putBack =
        "everything can be read; move back what was moved away, or save what is needed, stop the desk "
        + "and restore a backup: supportd(8), Storage"
    /// The hint for a damaged file of the state directory while the desk runs.
    static func repair(_ fault: StoreFault) -> String {
        let way =
            switch fault.segment {
            case .newest?:
                "save the state directory and what supportc export gives; no backup has all of this "
                    + "file, so restore one as a whole and enter again what came after it"
            case .older?:
                "save the state directory and put this file back from a backup that has the next file "
                    + "of the journal too"
            case nil: "save the state directory and put the file back from a backup"
            }
        return "the desk goes on; before its next start \(way): supportd(8), Storage"
    }
    /// The hint for a caller on a fault that is neither damage nor a lack of room: the desk runs,
    /// and a restart is not needed.
    static func hint(of fault: StoreFault) -> String {
        if case .system = fault.cause { return "see to the cause named above, then ask again" }
        return fault.hint
    }
    /// The way out of a fault of the storage of attachments.
    static let attachmentHint =
        "nothing of the file was kept; see to the cause and attach it again"
    /// The log message while the clock is in doubt.
    static let clockInDoubt: Logger.Message =
        "the clock is in doubt: nothing expires until it is set right or confirmed"

    /// The figures of a doubt for the log.
    static func figures(_ doubt: ClockDoubt) -> Logger.Metadata {
        [
            "before": "\(doubt.since)", "now": "\(doubt.jumpedTo)", "days": "\(doubt.days)",
            "cause": "\(doubt.cause.rawValue)", "hint": "supportc clock confirm",
        ]
    }
}

/// The limits of the daemon that are not part of its configuration.
package enum LedgerLimits {
    /// The longest answer that is kept for an idempotency key, in bytes of its record.
    package static let answerBytesMax = 262_144
    /// The bytes of ticket bodies after which a page of an export ends.
    package static let exportBodyBytesMax = 8_388_608
    /// What one answer to `desk.piece` reads of a file, in bytes.
    package static let backupPieceBytesMax = 524_288
    /// The number of clients, contracts and monitors together up to which `status` is answered on
    /// the event loop.
    package static let countedAtOnceMax = 300
    /// The entries of all open cycles together up to which `status`, which computes their coverage,
    /// is answered on the event loop.
    package static let entriesAtOnceMax = 2000
    /// Long answers, and changes decided elsewhere, that are made at the same time.
    package static let readingThreads = 4
    /// The weight of one turn of a connection on the event loop: a request is 1, plus 1 for each
    /// `turnBytesEach` bytes of its line.
    package static let turnWeightMax = 32
    /// See `turnWeightMax`.
    package static let turnBytesEach = 2048
    /// What is written to a socket at a time, in bytes.
    package static let flushBytesMax = 262_144
    /// The contracts near a limit of their hours that `status` shows.
    package static let nearLimitsMax = 20
    /// The records that a watch passes over before it says so.
    package static let passedRecordsMax: UInt64 = 100
    /// How often another thread decides a change before the ledger decides it itself.
    package static let draftsMax = 3
    /// How long a request waits for the file of the key of the access data.
    package static let keyWait = TimeAmount.seconds(10)
    /// How long a request waits for a worker that tries a login, which takes 30 s at most.
    package static let loginWait = TimeAmount.seconds(40)
    /// Deliveries of notices that run at the same time.
    package static let deliveriesMax = 16
    /// Deliveries by one route that run at the same time, so that one that hangs leaves room for others.
    package static let deliveriesOfRouteMax = 4
    /// How much longer than its time a delivery may take before its report is not expected any more, in
    /// milliseconds.
    package static let deliveryGraceMilliseconds: Int64 = 30_000
    /// How long `status` waits for that file, before it answers without.
    package static let statusKeyWait = TimeAmount.milliseconds(250)
    /// How long a connection waits for the name of its user before it is served with the number.
    package static let nameWait = TimeAmount.seconds(1)
    /// How long connections may take at the stop to answer what was taken in.
    package static let farewell = TimeAmount.seconds(5)
    /// How long no new connections are accepted when there is no descriptor for them.
    package static let acceptPause = TimeAmount.seconds(1)
    /// Requests of one connection that may wait for the disk before no more are read from it.
    package static let pendingRepliesMax = 512
    /// Faults of the journal's files that are remembered, so that each is reported once.
    package static let findingsMax = 100
    /// How long a watch waits when the system has no descriptor or memory for its next page.
    package static let watchPause = TimeAmount.seconds(1)
    /// Records that a page of the log or of a watch reads at a time.
    package static let pageRecordsMax = 512
    /// The bytes of records after which one `log.list` answers what it found so far.
    package static let logAnswerBytesMax = 8_388_608
    /// Names among which the nearest to an unknown one is searched for.
    package static let comparedNamesMax = 5_000
    /// Records that one `log.list` reads before it answers what it found so far.
    package static let scanRecordsMax = 200_000
    /// Places of damage that one `log.list` passes over before it answers what it found so far.
    package static let gapsMax = 100
    /// Boxes that one `access.reseal` puts into a record, in bytes of their text.
    package static let resealBytesMax = 1_048_576
    /// How often the log repeats a message whose cause continues.
    package static let repeatedNotesEvery = TimeAmount.minutes(1)
    /// How often the desk checks whether its worker still reports, in milliseconds.
    package static let pulseCheckMilliseconds: Int64 = 1_000
    /// How long no worker may be connected before the state of all monitors becomes unknown.
    package static let workerAbsenceMax = TimeAmount.seconds(30)
}
