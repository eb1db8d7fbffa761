package import Logging
package import NIOCore
import SupportJSON
package import SupportModel
package import SupportStore
import SupportSystem
import SupportWire
import Synchronization

/// The only owner of the desk's state: it decides commands, applies events and passes records to
/// the journal.
///
/// An actor whose executor is the event loop that serves the socket: between reading the state and
/// changing it nothing else runs, and a request needs no switch of threads. An answer may be sent
/// only once the record it names is durable; the connections ensure that.
package actor Ledger {
    private let loop: any EventLoop
    nonisolated let log: any DurableLog
    /// The contents of attachments.
    package nonisolated let attachments: AttachmentStore
    /// The files that connections are sending.
    package nonisolated let uploads: Uploads
    /// Removes files of attachments; nil where none are to be removed.
    var attachmentUpkeep: AttachmentUpkeep?
    let clock: any DeskClock
    let startedAt: Instant
    let logger: Logger

    private var shared: Boxed<State>
    var settings: DeskSettings
    var tracker = MonitorTracker()
    /// Decides whether the clock's time can be trusted.
    var clockGuard: ClockGuard
    /// Keeps when notices can next become due by time alone.
    var notices: NoticeAlarm
    /// What `status` answers about the worker.
    var worker = WorkerStanding(connected: false)
    /// The load of the worker; nil while none is connected or it has not reported one.
    var workerLoad: WorkerLoad?
    /// Called with the orders for the worker when monitors change.
    var onMonitorChange: (@Sendable (MonitorOrder) -> Void)?
    /// Called with what a worker is to try; nil where the desk takes no workers.
    var onLogin: LoginAttempting?
    /// Called when a notice may be due.
    var onNotices: (@Sendable () -> Void)?
    /// When the next notice is due; nil where none waits for a time.
    var noticesWake: Instant?
    /// Called with the time of the next thing that is due without a request, whenever that changes.
    private var onBoundary: (@Sendable (Instant?) -> Void)?
    private var notifiedBoundary: Instant?
    /// Whether that was computed; nothing may be due.
    private var isBoundaryNotified = false
    private var lastNote = ""
    /// Why there are fewer connections than configured; nil where there are not.
    private let shortage: String?
    /// Why no new connections are accepted now; nil while they are.
    private var pause: String?
    /// Messages that are logged at a limited rate.
    let notes: RepeatedNotes
    /// The state of the storage that was logged last.
    nonisolated let reportedStorage = Mutex(StorageHealth.Kind.good)
    /// The numbers of the Unix groups that have roles, as far as they are known.
    private(set) var groupNumbers: [String: UInt32] = [:]
    /// What is wrong with the configuration that was read last; nil while it is in force.
    var configurationTrouble: String?
    /// When it was last looked for what is due without a request.
    private var settledAt: Instant?
    /// Whether it was logged that the disk is full, since it had room.
    var isFullLogged = false
    /// What is known for examinations alone.
    package var facts = RunFacts()

    /// The desk's state.
    private(set) var state: State {
        _read { yield shared.value }
        _modify { yield &shared.value }
    }

    /// The event loop that serves the socket, so that the ledger's work happens there.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        loop.executor.asUnownedSerialExecutor()
    }

    /// A ledger that continues from a recovered state.
    package init(
        _ state: State, log: any DurableLog, clock: any DeskClock, settings: DeskSettings,
        loop: any EventLoop, logger: Logger, shortage: String? = nil,
        attachments: AttachmentStore = .none()
    ) {
        (self.log, self.clock, self.settings) = (log, clock, settings)
        shared = Boxed(state)
        (self.loop, self.logger, self.shortage) = (loop, logger, shortage)
        self.attachments = attachments
        uploads = Uploads(attachments)
        shared.value.take(settings.deadlines)
        notes = RepeatedNotes(loop: loop, logger: logger)
        let now = clock.now
        startedAt = now
        notices = NoticeAlarm(checkedUntil: state.lastRecordAt ?? now)
        clockGuard = ClockGuard(
            lastRecordAt: state.lastRecordAt, doubt: state.clockDoubt, now: startedAt,
            uptime: clock.uptime, isSynchronised: clock.isSynchronised)
    }

    /// The view of a request now, by default of the desk's own.
    func view(at now: Instant, for acting: Acting = .owner) -> DeskView {
        DeskView(
            shared: shared, now: now, acting: acting, settings: settings, tracker: tracker,
            startedAt: startedAt,
            log: log, attachments: attachments, worker: worker, workerLoad: workerLoad,
            shortage: pause ?? shortage,
            isTestClock: clock.test != nil)
    }

    /// Decides a change, applies and stores its events, and answers from the state afterwards.
    func perform(_ change: ChangeRequest) throws -> RawJSON {
        if let stored = try change.storedAnswer(in: state) { return stored }
        let context = context(
            by: change.caller, for: change.method, change.options.ifVersion, change.acting)
        let decided = try change.mutation.decide(state, context)
        if change.isDryRun { return try rehearse(decided, context) }
        guard !decided.events.isEmpty else {
            return try decided.answer(view(at: context.now), false)
        }
        let text = try prepare(decided.events, context, room: LedgerLimits.answerBytesMax)
        return try complete(decided, text, of: change, at: context.now)
    }

    /// Applies and records a decision that another thread has made, if it holds on the present state, and
    /// answers from the state afterwards; nil where the decision has to be made again.
    func take(_ draft: DraftedChange, of change: ChangeRequest) throws -> RawJSON? {
        if let stored = try change.storedAnswer(in: state) { return stored }
        guard draft.settings === settings, draft.isTimely(at: clock.now) else { return nil }
        let room = LedgerLimits.answerBytesMax
        if state.sequence == draft.base.sequence {
            try expectRoom(for: draft.text, room: room)
            state = draft.state
            return try complete(draft.decided, draft.text, of: change, at: draft.context.now)
        }
        guard let decided = draft.decided.rebase(draft.base, state) else { return nil }
        var context = draft.context
        context.now = clock.now
        let text = try prepare(decided.events, context, room: room)
        return try complete(decided, text, of: change, at: context.now)
    }

    /// Answers a decision whose events were applied, and hands the record to the journal: whatever
    /// becomes of the answer, the record follows.
    private func complete(
        _ decided: Mutation.Decided, _ text: RecordText, of change: ChangeRequest, at now: Instant
    ) throws -> RawJSON {
        let reply = Result { try decided.answer(view(at: now), false) }
        finish(text, answer: change.key.flatMap { Self.answer($0, try? reply.get()) }, at: now)
        follow(decided.events, by: change.caller)
        return try reply.get()
    }

    /// Does what some events have as consequences outside of the state.
    private func follow(_ events: [Event], by caller: Caller) {
        guard events.contains(where: { type(of: $0.body).hasConsequences }) else { return }
        refreshWorker(events)
        releaseDetached(events)
        announceNotices(events)
        noteFailedReveal(events, by: caller)
        goOnAfterConfirmation(events)
    }

    /// Performs a command of the desk itself.
    ///
    /// - Parameter now: the time of its decision; nil: the clock's time.
    /// - Returns: its events.
    @discardableResult
    func perform(_ command: some Command, at now: Instant? = nil) throws -> [Event] {
        var context = contextOfDesk
        if let now { context.now = now }
        let events = try state.decide(command, in: context).events
        guard !events.isEmpty else { return [] }
        let text = try prepare(events, context, room: 0)
        finish(text, answer: nil, at: context.now)
        announceNotices(events)
        return events
    }

    /// Closes every cycle and month whose end has come, in order (R4, R10), and before each cycle
    /// records the notices of hours that the weeks begun until then have made due. Returns how many
    /// it closed; does nothing while the clock is in doubt.
    ///
    /// One that cannot be closed now, because the disk is full or the zone data has lost its zone, is
    /// closed by a later call and does not delay the others.
    @discardableResult
    package func settle() -> Settled {
        var closed = Settled()
        var stuck: Set<Boundary.Owner> = []
        // Read once: if the clock is set after it was checked, it must not close cycles by the new
        // time.
        let now = trustedTime()
        settledAt = clock.now
        // Every request asks, and mostly nothing is due.
        if let now, notices.isCurrent(at: now), isBoundaryNotified,
            notifiedBoundary.map({ now < $0 }) ?? true
        {
            announceNoticesDue()
            return closed
        }
        while let now, let next = state.boundaries.due(at: now, except: stuck) {
            do {
                // What is due and does not close must not be tried again in this loop.
                if try !close(next, at: now, &closed) { stuck.insert(next.owner) }
            } catch {
                note("\(next.owner.what) could not be closed", error)
                stuck.insert(next.owner)
            }
        }
        if let now { recordNoticesDue(at: now) }
        if let now { recordDeadlines(until: now) }
        if let now { state.age(until: now) }
        announceNoticesDue()
        notifyBoundary()
        return closed
    }

    /// Closes what ends at a boundary, once the notices due before it are recorded; false where it did
    /// not close.
    private func close(_ due: Boundary, at now: Instant, _ closed: inout Settled) throws -> Bool {
        if case .contract(let number) = due.owner { try recordNotices(of: number, until: due.at) }
        guard let command = state.closing(due) else { return false }
        let events = try perform(command, at: now)
        closed.cycles += events.count { $0.body is CycleClosed }
        closed.months += events.count { $0.body is MonthClosed }
        return !events.isEmpty
    }

    /// Logs a failure that no caller waits for; repetitions of the same one are not logged.
    func note(_ what: String, _ error: any Error) {
        let line = "\(what): \(describe(error))"
        guard line != lastNote else { return }
        lastNote = line
        logger.error("the desk could not do what was due", metadata: ["cause": "\(line)"])
    }

    /// Notes that no new connections are accepted, and why, or that they are again.
    func note(shortage fault: SystemFault?) {
        pause = fault.map { "new connections wait: \($0)" }
        if let fault {
            logger.error("new connections wait", metadata: ["cause": "\(fault)"])
        } else {
            logger.notice("new connections are taken again")
        }
    }

    /// Takes the numbers of the Unix groups that have roles.
    package func take(groupNumbers: [String: UInt32]) { self.groupNumbers = groupNumbers }

    /// Replaces the settings. Contracts keep the terms that they were signed with, and tickets that
    /// are resolved what became of their deadlines.
    package func take(_ settings: DeskSettings) {
        self.settings = settings
        state.take(settings.deadlines)
        notifyBoundary()
        onNotices?()
    }

    /// Sets the closure that receives the time of the next thing that is due without a request, the
    /// end of a cycle or the beginning of a week: now and whenever that changes.
    package func observeBoundaries(_ observer: @escaping @Sendable (Instant?) -> Void) {
        onBoundary = observer
        (notifiedBoundary, isBoundaryNotified) = (nil, false)
        notifyBoundary()
    }

    /// Encodes a record and applies it; returns the record's unfinished text.
    ///
    /// - Parameter room: what the answer may add to the text, in bytes.
    private func prepare(
        _ events: [Event], _ context: Context, room: Int
    ) throws -> RecordText {
        let stamp = state.nextStamp(context)
        let text = try RecordText(stamp, events, bytesMax: log.recordBytesMax - room)
        try expectRoom(for: text, room: room)
        state.apply(Record(stamp: stamp, events: events))
        return text
    }

    /// Refuses a record for which the journal has no room now.
    private func expectRoom(for text: RecordText, room: Int) throws {
        guard log.canAccept(bytes: text.count + room) else {
            throw noteStorage(refused: true).refusal
        }
    }

    /// Ends the text of the record that was applied last and submits it to the journal.
    private func finish(
        _ text: consuming RecordText, answer: StoredAnswer?, at now: Instant
    ) {
        if let answer { state.keep(answer, at: now) }
        log.submit(text.ended(with: answer), sequence: state.sequence)
        notifyBoundary()
    }

    /// The stored form of an answer under a key; nil for one that is too long to be kept.
    private static func answer(_ key: RequestKey, _ reply: RawJSON?) -> StoredAnswer? {
        guard let reply else { return nil }
        let answer = StoredAnswer(key: key.name, digest: key.digest, reply: reply.text)
        return RecordText.bytes(of: answer) <= LedgerLimits.answerBytesMax ? answer : nil
    }

    /// The context of a decision for a caller now.
    func context(
        by caller: Caller, for method: String, _ ifVersion: UInt64?, _ acting: Acting? = nil
    ) -> Context {
        var context = contextOfDesk
        context.by = caller.principal
        context.acting = acting ?? self.acting(caller, for: method)
        context.ifVersion = ifVersion
        return context
    }

    /// The context of a decision of the desk itself now.
    private var contextOfDesk: Context {
        Context(
            now: clock.now, by: .desk, calendar: settings.calendar,
            catalogue: settings.catalogue, policy: settings.policy, notices: settings.notices,
            contents: attachments.contents)
    }

    /// Notifies the observer of the next time at which something is due, if that has changed.
    func notifyBoundary() {
        // While the clock is in doubt nothing is due; the observer is called when the clock is
        // confirmed.
        let isTrusted = state.clockDoubt == nil
        if isTrusted { notices.refresh(at: clock.now, state, settings.calendar) }
        let next = isTrusted ? nextDue : nil
        isBoundaryNotified = true
        guard next != notifiedBoundary else { return }
        notifiedBoundary = next
        onBoundary?(next)
    }

    /// Whether something has been due for a time without anybody having looked, as happens when what
    /// wakes the desk for it has stopped. While the clock is in doubt nothing is due.
    package func isOverdue(by time: Duration) -> Bool {
        guard let due = notifiedBoundary, settledAt.map({ $0 < due }) ?? true else { return false }
        let late = clock.now.millisecondsSinceEpoch - due.millisecondsSinceEpoch
        return .milliseconds(late) >= time
    }

    /// Answers a decision without recording it. A record that is too long for the journal is refused
    /// here too; the room on the disk is not checked, as nothing is stored.
    private func rehearse(_ decided: Mutation.Decided, _ context: Context) throws -> RawJSON {
        let view = view(at: context.now)
        guard !decided.events.isEmpty else { return try decided.answer(view, true) }
        return try decided.answer(try view.recording(decided, context).after, true)
    }
}

/// An error in words for the daemon's own log.
func describe(_ error: any Error) -> String {
    switch error {
    case let error as WireError: error.message
    case let error as Refusal: WireError(error).message
    default: "\(error)"
    }
}
