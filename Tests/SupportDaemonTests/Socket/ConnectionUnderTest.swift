import SupportDaemon
import SupportJSON
import SupportWire

/// A connection with plain values in place of socket, clock, ledger, journal and threads.
///
/// What the connection wants done is done at once or waits as a ``Step`` that a test takes when it
/// likes; a copy of it goes another way from the same point. Every line that is written is held
/// against the script: the right one, whole, and not before its record is durable.
struct ConnectionUnderTest {
    var connection: Connection
    let script: ConnectionScript
    /// What the client still has to send, a read at a time.
    private(set) var chunks: ArraySlice<ArraySlice<UInt8>>
    private var endIsDue: Bool

    /// What happens on the way, in the order of the steps.
    private(set) var taken: [Step] = []
    /// What must not have happened.
    private(set) var faults: [String] = []

    /// How far the ledger and the journal are.
    private(set) var recorded: UInt64 = 0
    private(set) var durable: UInt64 = 0
    private var asksForJournal = false

    private(set) var isWritable = true
    /// How often the socket may still become full.
    var blocks = 0
    /// Whether the socket takes what it is given at once.
    var takesAll = true
    /// What the socket has not taken, in bytes.
    private(set) var unsent: [Int] = []
    private(set) var isReading = false
    private(set) var isClosed = false
    private var written: [UInt8] = []
    /// What was flushed, in bytes.
    private(set) var flushes: [Int] = []

    /// Whether a turn is given at once when one is asked for.
    var givesTurns = true
    private(set) var waitsForTurn = false
    /// How often a turn was asked for behind others.
    private(set) var yields = 0
    /// How many requests came to the ledger.
    private(set) var handled = 0

    private(set) var thread = Thread.none
    /// What the work of the errand that was wanted last comes to.
    private var errand = Errand.Result.answer(ConnectionScript.text(3))
    /// What a suspended request waits for.
    private(set) var suspension: SuspendedRequest?
    /// What reading a page comes to, where it is not its lines.
    var pageFault: Watch.Page.Reading?

    private(set) var hasShare = true
    /// Whether `awaitRoom` was given out.
    private(set) var asksForRoom = false

    /// Seconds since the beginning, and when what is awaited is late.
    private(set) var now = 0
    private(set) var deadlines: [Connection.Deadline: Int] = [:]
    let limits: ConnectionLimits

    /// How many answers, and how many records, the client has got.
    private(set) var answered = 0
    private(set) var streamed: UInt64 = 0
    private var partOfLine: [UInt8] = []

    /// What a thread does for the connection.
    enum Thread {
        case none
        case awaited(Cost)
        case given(Cost)
        case running(Errand.End)
        case reading(Watch.Page)
    }

    /// Something that may happen next.
    enum Step: Hashable, CaseIterable {
        case input, end, journal, block, unblock, take, turn, thread, result, page, key
    }

    init(
        _ script: ConnectionScript, cutAt cuts: [Int] = [],
        limits: ConnectionLimits = ConnectionLimits(),
        lineBytesMax: Int = ConnectionScript.lineBytesMax
    ) {
        self.script = script
        self.limits = limits
        let ends = [0] + cuts + [script.input.count]
        chunks = zip(ends, ends.dropFirst()).map { script.input[$0..<$1] }[...]
        endIsDue = script.endsInput
        connection = Connection(limits, lineBytesMax: lineBytesMax)
        connection.opened(durable: 0)
        connection.readWanted()
        proceed()
    }

    // MARK: Steps

    /// What may happen next.
    var steps: [Step] { Step.allCases.filter(mayTake) }

    func mayTake(_ step: Step) -> Bool {
        switch step {
        case .input: isReading && !chunks.isEmpty && !isClosed
        case .end: isReading && chunks.isEmpty && endIsDue && !isClosed
        case .journal: durable < recorded
        case .block: isWritable && blocks > 0
        case .unblock: !isWritable
        case .take: !unsent.isEmpty
        case .turn: waitsForTurn
        case .thread: if case .awaited = thread { true } else { false }
        case .result:
            switch thread {
            case .running, .reading: true
            default: false
            }
        case .page: deadlines[.page] != nil
        case .key: suspension != nil
        }
    }

    mutating func take(_ step: Step) {
        taken.append(step)
        switch step {
        case .input: receive()
        case .end:
            endIsDue = false
            connection.inputEnded()
        case .journal: advance()
        case .block: setWritable(false)
        case .unblock: setWritable(true)
        case .take: connection.flushed(unsent.removeFirst())
        case .turn:
            waitsForTurn = false
            connection.turnCame()
        case .thread: giveThread()
        case .result: endThread()
        case .page:
            pageFault = nil
            deadlines[.page] = nil
            connection.fired(.page)
        case .key: endSuspension()
        }
        proceed()
    }

    /// Takes all steps that are left, always the first that may be taken.
    mutating func finish() {
        blocks = 0
        while let step = steps.first { take(step) }
    }

    /// Whether everything was answered and the connection ended where it must.
    var isComplete: Bool {
        answered == script.answers.count && isClosed == script.closes && partOfLine.isEmpty
            && connection.heldBytes == 0 && faults.isEmpty
            && (!script.streams || streamed == recorded)
    }

    private mutating func receive() {
        guard let chunk = chunks.popFirst() else { return }
        isReading = false
        connection.received(chunk) { start throws(WireError) in
            try ConnectionScript.lineBytesMax(of: start)
        }
        proceed()
        connection.readWanted()
    }

    private mutating func advance() {
        durable += 1
        guard asksForJournal else { return }
        asksForJournal = false
        connection.journalAdvanced(to: durable)
    }

    private mutating func setWritable(_ value: Bool) {
        if !value { blocks -= 1 }
        isWritable = value
        connection.writabilityChanged(to: value)
    }

    /// Says whether the user's connections hold little enough together.
    mutating func setShare(hasRoom: Bool) {
        hasShare = hasRoom
        connection.shareChanged(hasRoom: hasRoom)
        if hasRoom, asksForRoom {
            asksForRoom = false
            connection.roomCame()
        }
        proceed()
    }

    /// Lets time pass, second by second, and reports every deadline that is over.
    mutating func pass(seconds: Int) {
        for _ in 0..<seconds {
            now += 1
            for (deadline, due) in deadlines where due == now {
                deadlines[deadline] = nil
                connection.fired(deadline)
                proceed()
            }
        }
    }

    private mutating func giveThread() {
        guard case .awaited(let cost) = thread else { return }
        thread = .given(cost)
        if !connection.threadCame() { faults.append("a thread was waited for and not taken") }
    }

    private mutating func endThread() {
        let ended = thread
        thread = .none
        switch ended {
        case .running(let end): connection.errandEnded(end)
        case .reading(let page): connection.pageRead(pageFault ?? .lines(records(of: page)))
        default: faults.append("no thread was at anything")
        }
    }

    private mutating func endSuspension() {
        guard let ended = suspension else { return }
        suspension = nil
        connection.resumed(ended.late)
    }

    /// At most two records a page.
    private func records(of page: Watch.Page) -> Watch.Page.Lines {
        var lines = Watch.Page.Lines(lines: [], last: page.after)
        while lines.last < durable, lines.last < page.after + 2 {
            lines.last += 1
            lines.lines += Self.record(lines.last)
        }
        return lines
    }

    private static func record(_ number: UInt64) -> [UInt8] {
        ReplyLine.notification(EventsWatch.notification, RawJSON(trusting: Array("\(number)".utf8)))
    }

    // MARK: What the connection wants done

    /// Does what the connection wants done until it wants nothing more.
    mutating func proceed() {
        var count = 0
        while let action = connection.next() {
            perform(action)
            count += 1
            guard count < 10_000 else { return faults.append("it never ends: \(action)") }
        }
    }

    private mutating func perform(_ action: Connection.Action) {
        switch action {
        case .requestTurn, .yieldTurn: askForTurn(action)
        case .handle(let envelope): connection.answered(handle(envelope))
        case .suspend(let wanted): suspension = wanted
        case .resume: connection.answered(write())
        case .write(let bytes): write(bytes)
        case .flush(let count): flush(count)
        case .awaitThread(let cost): thread = .awaited(cost)
        case .begin:
            connection.began(.init(work: { [errand] in errand }, after: recorded))
        case .run(let begun, let id, _): run(begun, id)
        case .readPage(let page): thread = .reading(page)
        case .leaveThread(let cost), .returnThread(let cost): giveBack(action, cost)
        case .awaitJournal(let sequence): awaitJournal(sequence)
        case .awaitRoom: asksForRoom = true
        case .start(let deadline): deadlines[deadline] = now + seconds(deadline)
        case .cancel(let deadline): cancel(deadline)
        case .read: isReading = true
        case .close: isClosed = true
        }
    }

    private mutating func askForTurn(_ action: Connection.Action) {
        if waitsForTurn { faults.append("two turns at once") }
        if case .yieldTurn = action { yields += 1 }
        if givesTurns { connection.turnCame() } else { waitsForTurn = true }
    }

    private mutating func handle(_ envelope: Envelope) -> Outcome {
        handled += 1
        switch envelope.method.split(separator: ".").first {
        case "read":
            let bytes = Int(envelope.method.drop { $0 != "." }.dropFirst()) ?? 1
            return .reply(ConnectionScript.text(bytes), after: recorded)
        case "write": return write()
        case "key": return .suspended(ConnectionScript.suspension)
        case "list": return later(.answer(ConnectionScript.text(3)))
        case "import": return later(.resume(ConnectionScript.resumed))
        case "watch": return .watch(Watch(since: 0))
        default: return .error(ConnectionScript.unknown, after: recorded)
        }
    }

    private mutating func later(_ result: Errand.Result) -> Outcome {
        errand = result
        return .later(Errand(cost: .long) { _ in { result } })
    }

    private mutating func write() -> Outcome {
        recorded += 1
        return .reply(ConnectionScript.text(1), after: recorded)
    }

    private mutating func run(_ begun: Errand.Begun, _ id: RequestID) {
        if begun.after > durable { faults.append("it runs before what it saw is durable") }
        switch try? begun.work() {
        case .answer(let answer)?:
            thread = .running(.line(ReplyLine.result(id, seq: begun.after, answer)))
        case .resume(let request)?: thread = .running(.resume(request))
        case nil: return
        }
    }

    private mutating func giveBack(_ action: Connection.Action, _ cost: Cost) {
        switch (action, thread) {
        case (.leaveThread, .awaited(cost)), (.returnThread, .given(cost)): thread = .none
        default: faults.append("\(action) while \(thread)")
        }
    }

    private mutating func awaitJournal(_ sequence: UInt64) {
        if durable > sequence {
            connection.journalAdvanced(to: durable)
        } else {
            asksForJournal = true
        }
    }

    private mutating func cancel(_ deadline: Connection.Deadline) {
        if deadlines.removeValue(forKey: deadline) == nil {
            faults.append("\(deadline) is cancelled and did not run")
        }
    }

    private func seconds(_ deadline: Connection.Deadline) -> Int {
        switch deadline {
        case .line: limits.lineSecondsMax
        case .unread: limits.unreadSecondsMax
        case .page: 1
        }
    }

    // MARK: What the client gets

    private mutating func flush(_ count: Int) {
        if count != written.count { faults.append("\(count) bytes of \(written.count) flushed") }
        flushes.append(count)
        written = []
        unsent.append(count)
        if takesAll { connection.flushed(unsent.removeFirst()) }
    }

    private mutating func write(_ bytes: [UInt8]) {
        if written.isEmpty, !isWritable { faults.append("written to a socket that is full") }
        if isClosed { faults.append("written after the end") }
        written += bytes
        partOfLine += bytes
        while let end = partOfLine.firstIndex(of: 10) {
            check(Array(partOfLine[...end]))
            partOfLine.removeFirst(end + 1)
        }
    }

    private mutating func check(_ line: [UInt8]) {
        if line == Self.record(streamed + 1) {
            streamed += 1
            if streamed > durable { faults.append("record \(streamed) before it is durable") }
            return
        }
        guard answered < script.answers.count, line == script.answers[answered].line else {
            let text = String(decoding: line, as: UTF8.self)
            return faults.append("line \(answered) is \(text)")
        }
        if script.answers[answered].after > durable {
            faults.append("answer \(answered) before it is durable")
        }
        answered += 1
    }
}
