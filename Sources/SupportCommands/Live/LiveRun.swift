import SupportClient
import SupportModel
import SupportTerminal
import SupportWire

/// Runs the view of `supportc status --live` on a screen: gives it what happens and does what it wants.
///
/// Nothing here waits for the desk: questions are asked on another thread, and one that is not
/// answered leaves the keys alone.
struct LiveRun {
    private let screen: any FullScreen
    private let desk: BackgroundDesk<LiveNews>
    private var view: LiveView
    private var keys: ChangeKeys
    private var isOver = false
    private var isGone = false
    /// The keys of changes that were asked for and neither made nor refused as far as is known.
    private var unsettled: [LiveChange: String] = [:]
    /// What came of a change and was not drawn yet.
    private var end = LiveEnd.settled
    /// When the last picture was drawn, and whether something has happened since that is to be seen
    /// at once.
    private var drawn: (at: Duration, isOld: Bool)?

    /// The most places of the queue that are read.
    static let placesMax = 200
    /// For how long a change is sent again, with its key, where the desk is away.
    private static let patience = Duration.seconds(30)
    /// For how long the answer to a change is waited for at the end.
    private static let lastWait = Duration.seconds(3)
    /// Between two pictures where only news have come.
    private static let newsPause = Duration.milliseconds(50)

    init(
        _ screen: any FullScreen, _ desk: BackgroundDesk<LiveNews>, _ view: LiveView,
        keys: ChangeKeys
    ) {
        (self.screen, self.desk, self.view, self.keys) = (screen, desk, view, keys)
    }

    /// Until the person ends it, or the terminal is gone; then until a change that is on its way was
    /// answered, if that takes no longer than `lastWait`.
    ///
    /// - Returns: what came of a change that the person has not seen.
    mutating func run() -> LiveEnd {
        while !isOver {
            step(atMost: view.wait(at: SteadyClock.now))
        }
        let deadline = SteadyClock.now + Self.lastWait
        while view.pending != nil, SteadyClock.now < deadline, !isGone {
            step(atMost: .milliseconds(200))
        }
        return view.pending.map { LiveEnd.unheard($0) } ?? end
    }

    private mutating func step(atMost time: Duration) {
        let now = SteadyClock.now
        perform(view.due(at: now))
        take(screen.next(atMost: min(time, draw(at: now))))
        while screen.hasNext, !isOver { take(screen.next(atMost: .zero)) }
    }

    /// Draws the view unless it was drawn just now and only news have come; says after how long it is
    /// to be drawn.
    private mutating func draw(at now: Duration) -> Duration {
        if let drawn, !drawn.isOld, now - drawn.at < Self.newsPause {
            return Self.newsPause - (now - drawn.at)
        }
        screen.draw(view.picture(at: now))
        drawn = (now, false)
        // What is drawn while it ends is not seen.
        if !isOver { end = .settled }
        return .seconds(1)
    }

    private mutating func take(_ event: ScreenEvent) {
        let now = SteadyClock.now
        switch event {
        case .key(let key):
            drawn?.isOld = true
            perform(view.take(key, at: now))
        case .changed:
            drawn?.isOld = true
            view.resize(to: screen.size)
        case .woken:
            for news in desk.takeNews() {
                settle(news)
                perform(view.take(news, at: now))
            }
        case .timePassed: break
        case .gone: (isOver, isGone) = (true, true)
        }
    }

    /// Keeps what news say of a change.
    private mutating func settle(_ news: LiveNews) {
        switch news {
        case .done(let change, _, _):
            unsettled[change] = nil
            end = .settled
        case .refused(let change, let error, _):
            unsettled[change] = nil
            end = .refused(change, error)
        case .unknown(let change): end = .unheard(change)
        case .read, .unread, .ticket, .noTicket, .following, .record, .lost: break
        }
    }

    private mutating func perform(_ acts: [LiveAct]) {
        for act in acts {
            switch act {
            case .read(let turn): read(turn)
            case .readTicket(let ticket): read(ticket)
            case .change(let change): make(change)
            case .redraw: screen.redraw()
            case .stop: screen.stop()
            case .quit: isOver = true
            }
        }
    }

    private func read(_ turn: Int) {
        desk.ask(
            { .read(try LiveReading.read(&$0), turn) },
            failed: { .unread(Self.wireError($0)) })
    }

    private func read(_ ticket: Identifier<Ticket>) {
        desk.ask(
            insteadOf: "ticket",
            { .ticket(ticket, try $0.call(TicketShow(ticket: ticket)).reply) },
            failed: { .noTicket(ticket, Self.wireError($0)) })
    }

    private mutating func make(_ change: LiveChange) {
        let key = unsettled[change] ?? keys.next()
        unsettled[change] = key
        let options = MutationOptions(idempotencyKey: key, ifVersion: change.version)
        let screen = view.screen
        desk.ask(patience: Self.patience, isFirst: true) { connection in
            do {
                return try change.make(options, &connection, screen)
            } catch let error as WireError {
                return .refused(change, error, change.words(error, &connection))
            }
        } failed: { _ in
            // The desk has not answered, whatever it has done.
            .unknown(change)
        }
    }

    private static func wireError(_ error: any Error) -> WireError {
        (error as? WireError) ?? (error as? ClientFault)?.wireError
            ?? ClientFault.notUnderstood(why: "\(error)").wireError
    }
}

/// What came of the last change of a run that the person has not seen on the screen.
enum LiveEnd: Sendable {
    /// There was none, or it was made.
    case settled
    /// Nobody knows whether it was made.
    case unheard(LiveChange)
    /// It was refused, and why.
    case refused(LiveChange, WireError)
}

extension LiveReading {
    /// Asks for all that the screen shows.
    static func read(_ connection: inout DaemonConnection) throws -> LiveReading {
        // Before it is asked: the answer is at least as new.
        let at = SteadyClock.now
        return LiveReading(
            status: try connection.call(DeskStatus()).reply,
            queue: try connection.call(QueueList(limit: LiveRun.placesMax)).reply,
            person: try connection.call(RightsWhoami()).reply, at: at)
    }
}

extension LiveChange {
    /// Makes the change, and tells what `supportc` says of it.
    fileprivate func make(
        _ options: MutationOptions, _ connection: inout DaemonConnection, _ screen: Screen
    ) throws -> LiveNews {
        var page = Page(screen)
        let version: UInt64
        switch kind {
        case .take:
            let request = AssignTicket(ticket: ticket, to: Name(Acting.me))
            let reply = try connection.call(request, options: options).reply
            version = reply.version
            TicketAssignCommand.told(of: reply, on: &page)
        case .note(let text):
            let request = NoteTicket(ticket: ticket, text: text)
            let reply = try connection.call(request, options: options).reply
            version = reply.version
            TicketNoteCommand.told(of: reply, on: &page)
        }
        return .done(self, version, page.lines)
    }

    /// A refusal as `supportc` says it, with what others did where that was the reason.
    fileprivate func words(
        _ error: WireError, _ connection: inout DaemonConnection
    ) -> [StyledText] {
        LiveView.words(error)
            + ConflictReport.lines(
                of: error, NoteTicket(ticket: ticket, text: ""), version, &connection)
    }
}

/// The keys with which changes are sent, each of which no other run gives.
struct ChangeKeys: Sendable {
    private let run: String
    private var count = 0

    /// - Parameter run: what is this run's own.
    init(run: String) {
        self.run = run
    }

    /// Another key.
    mutating func next() -> String {
        count += 1
        return "live-\(run)-\(count)"
    }
}
