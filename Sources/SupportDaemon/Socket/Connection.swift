package import SupportWire
import SupportSystem

/// One client's connection as a value: lines in, answers out in order, nothing sent before it is
/// durable.
///
/// What happens goes in through the functions of `Connection+Inputs.swift`. What is to be done
/// comes out of ``next()``, one action at a time, until it gives nil. There is no socket, clock,
/// thread or ledger in here; ``ConnectionHandler`` has them. An action has no result: what comes of
/// it is an input of its own, at once or later.
///
/// Each of these parts is in one state at a time:
///
/// - `life`: new → open → closing → closed, or open → failed → closing.
/// - `intake`: open → ended by the client, or open or ended → refused → closed.
/// - `work`, what one request or one page of a watch waits for: none → asked → none for what the
///   ledger answers at once; asked → suspending → suspended → resuming → asked where another thread
///   has to do something first; asked → wanted → queued → called → beginning → begun → running for
///   an errand, then → none, or → resuming → asked where the ledger continues the request; none →
///   wanted → queued → called → reading → none for a page.
/// - `turn`: none → waiting → taken → none, or taken → waiting when it is used up.
/// - `watch`: nil, or how far the connection has streamed; from then on it takes no requests.
/// - `replies`, then `gathered`, then `unsent`: what is held, written and not flushed, flushed and
///   not taken by the socket. All three only move on in that order.
///
/// Inputs, and where they are legal. Anywhere else an input changes nothing: what another thread or
/// the socket still had to say may come after the end.
///
/// | input | legal while |
/// |---|---|
/// | `opened` | new |
/// | `received`, `inputEnded` | open, and the intake is open |
/// | `deskStops` | new, open, and the intake is open |
/// | `tooMuchIsUnfinished` | open, and the intake is open; the unfinished line goes in any case |
/// | `failed` | new, open |
/// | `fired` | open, and that timer runs |
/// | `turnCame` | the turn is waiting |
/// | `answered` | the work is asked |
/// | `resumed` | the work is suspended |
/// | `threadCame` | the work is queued |
/// | `began` | the work is beginning |
/// | `errandEnded` | the work is running |
/// | `pageRead` | the work is reading |
/// | `flushed` | something is unsent |
/// | `readWanted`, `writabilityChanged`, `journalAdvanced`, `shareChanged`, `roomCame` | always |
/// | `closed` | always; nothing but what has to be given back comes out afterwards |
package struct Connection {
    let limits: ConnectionLimits
    var life = Life.new

    var framer: LineFramer
    /// Lines that wait for an earlier request; at most what one read brings.
    var lines = WaitingLines()
    var intake = Intake.open
    /// True while a read is asked for and there is no room for what it would bring.
    var isReadWanted = false

    var turn = Turn.none
    var work = Work.none
    var watch: Watch?
    /// True while a watch waits for its page to be tried again.
    var isPaused = false

    var replies = PendingReplies()
    /// Bytes written and not flushed yet.
    var gathered = 0
    /// Flushes that the socket has not taken yet, and their bytes.
    var unsent = (writes: 0, bytes: 0)

    /// The last record known to be durable.
    var durable: UInt64 = 0
    var isWritable = true
    /// Whether the connections of its user hold little enough together to make more answers.
    var hasShare = true
    /// Whether an action has asked for `journalAdvanced`.
    var asksForJournal = false
    /// Whether an action has asked for `roomCame`.
    var asksForRoom = false

    var lineTimer = Timer()
    var unreadTimer = Timer()
    var pageTimer = Timer()

    /// A connection that has not begun.
    ///
    /// - Parameter lineBytesMax: the longest line of which nothing is known, newline not counted.
    package init(_ limits: ConnectionLimits, lineBytesMax: Int = WireLimits.lineBytesMax) {
        self.limits = limits
        framer = LineFramer(bytesMax: lineBytesMax)
    }

    /// Answers that are held, written or not taken by the socket yet, in bytes.
    package var heldBytes: Int { replies.bytes + gathered + unsent.bytes }
    /// What a line that has begun and not ended holds, in bytes.
    package var unfinishedBytes: Int { framer.unfinishedBytes }

    /// What the handler is to do.
    package enum Action {
        /// Get a turn on the event loop: at once where nobody of the user waits for one, else
        /// behind those who do. `turnCame` follows.
        case requestTurn
        /// Get another turn behind everybody who waits for one. `turnCame` follows.
        case yieldTurn
        /// Have the ledger answer a request. `answered` follows.
        case handle(Envelope)
        /// Have another thread do what a suspended request waits for. `resumed` follows.
        case suspend(SuspendedRequest)
        /// Have the ledger go on with a request that waited for another thread. `answered` follows.
        case resume(ResumedRequest)
        /// Put bytes behind those that the next `flush` sends.
        case write([UInt8])
        /// Hand what was written, so many bytes, over to the socket. `flushed` follows when it has
        /// taken them.
        case flush(Int)
        /// Wait for a thread that makes an answer of this cost. `threadCame` follows.
        case awaitThread(Cost)
        /// Have the ledger begin an errand. `began` follows.
        case begin(Errand)
        /// Have the thread do an errand's work. `errandEnded` follows; the thread is free then.
        case run(Errand.Begun, RequestID, Cost)
        /// Have the thread read a page. `pageRead` follows; the thread is free then.
        case readPage(Watch.Page)
        /// Wait no more for a thread of this cost.
        case leaveThread(Cost)
        /// Give back a thread that was not used.
        case returnThread(Cost)
        /// Report once, with `journalAdvanced`, when the journal is durable beyond this record; at
        /// once where it is.
        case awaitJournal(beyond: UInt64)
        /// Report once, with `roomCame`, when the user's connections hold less.
        case awaitRoom
        /// Begin a deadline's time, anew where it runs. `fired` follows when it is over.
        case start(Deadline)
        /// Stop a deadline's time.
        case cancel(Deadline)
        /// Read from the socket once.
        case read
        /// End the connection in both directions.
        case close
    }

    /// What the connection waits for no longer than a given time.
    package enum Deadline: CaseIterable, Sendable {
        /// The end of a line, after its first byte: `ConnectionLimits.lineSecondsMax`.
        case line
        /// The client to take something of what it leaves unread:
        /// `ConnectionLimits.unreadSecondsMax`.
        case unread
        /// Another try to read a page for which the system lacked something:
        /// `LedgerLimits.watchPause`.
        case page
    }
}

extension Connection {
    /// Whether there is a connection.
    enum Life {
        case new
        case open
        /// It is to be closed.
        case failed
        /// `close` was given out.
        case closing
        case closed
    }

    /// Whether more lines are taken in.
    enum Intake {
        case open
        /// The client has sent all that it will.
        case ended
        /// Nothing more is taken in; the reason is sent to the client after the answers to what it
        /// sent.
        case refused(WireError)
        /// The reason was sent.
        case closed
    }

    /// A turn on the event loop.
    enum Turn {
        case none
        case waiting
        /// It may still weigh so much, see `LedgerLimits.turnWeightMax`.
        case taken(room: Int)
    }

    /// What a thread is wanted for.
    enum Job {
        case errand(Errand, RequestID)
        case page(Watch.Page)

        var cost: Cost {
            switch self {
            case .errand(let errand, _): errand.cost
            case .page: .long
            }
        }
    }

    /// What one request or one page of a watch waits for; the next one is not begun before.
    enum Work {
        case none
        /// The ledger answers it.
        case asked(RequestID)
        /// It goes on only when another thread has done something, which is to be handed over.
        case suspending(SuspendedRequest, RequestID)
        /// Another thread does what the request waits for.
        case suspended(SuspendedRequest, RequestID)
        /// Another thread has done its part, or took too long; the ledger continues the request.
        case resuming(ResumedRequest, RequestID)
        /// A thread is to be waited for.
        case wanted(Job)
        /// It waits for a thread.
        case queued(Job)
        /// A thread waits for it.
        case called(Job)
        /// The ledger begins it; a thread waits for it.
        case beginning(RequestID, Cost)
        /// What it saw is not durable yet; a thread waits for it.
        case begun(Errand.Begun, RequestID, Cost)
        /// A thread does its work, which saw this record.
        case running(after: UInt64, RequestID)
        /// A thread reads a page.
        case reading

        var isNone: Bool { if case .none = self { true } else { false } }

        /// Whether it is a request's.
        var isRequest: Bool {
            switch self {
            case .none, .reading, .queued(.page), .called(.page), .wanted(.page): false
            default: true
            }
        }
    }

    /// Whether the time of a deadline runs.
    struct Timer {
        private(set) var isRunning = false
        /// Whether it is to begin anew.
        private var isOutdated = false

        /// Has the time begin anew, if it runs.
        mutating func restart() { isOutdated = isRunning }

        /// Notes that the time is over; false where it is not to run, or to begin anew.
        mutating func fire() -> Bool {
            defer { self = Timer() }
            return isRunning && !isOutdated
        }

        /// What has to be done so that it runs when it should.
        mutating func action(_ deadline: Deadline, isWanted: Bool) -> Action? {
            guard isWanted else {
                guard isRunning else { return nil }
                self = Timer()
                return .cancel(deadline)
            }
            guard !isRunning || isOutdated else { return nil }
            isRunning = true
            isOutdated = false
            return .start(deadline)
        }
    }
}
