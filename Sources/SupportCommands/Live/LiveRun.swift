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

    /// The most places of the queue that are read.
    static let placesMax = 200
    /// For how long a change is sent again, with its key, where the desk is away.
    private static let patience = Duration.seconds(30)
    /// For how long the answer to a change is waited for at the end.
    private static let lastWait = Duration.seconds(3)

    init(
        _ screen: any FullScreen, _ desk: BackgroundDesk<LiveNews>, _ view: LiveView,
        keys: ChangeKeys
    ) {
        (self.screen, self.desk, self.view, self.keys) = (screen, desk, view, keys)
    }

    /// Until the person ends it, or the terminal is gone; then until a change that is on its way was
    /// answered, if that takes no longer than `lastWait`.
    ///
    /// - Returns: the change of which nothing was heard; nil for none.
    mutating func run() -> LiveChange? {
        while !isOver {
            step(atMost: view.wait(at: SteadyClock.now))
        }
        let end = SteadyClock.now + Self.lastWait
        while view.pending != nil, SteadyClock.now < end, !isGone {
            step(atMost: .milliseconds(200))
        }
        return view.pending
    }

    private mutating func step(atMost time: Duration) {
        let now = SteadyClock.now
        perform(view.due(at: now))
        screen.draw(view.picture(at: now))
        take(screen.next(atMost: time))
        while screen.hasNext, !isOver { take(screen.next(atMost: .zero)) }
    }

    private mutating func take(_ event: ScreenEvent) {
        let now = SteadyClock.now
        switch event {
        case .key(let key): perform(view.take(key, at: now))
        case .changed: view.resize(to: screen.size)
        case .woken: for news in desk.takeNews() { perform(view.take(news, at: now)) }
        case .timePassed: break
        case .gone: (isOver, isGone) = (true, true)
        }
    }

    private mutating func perform(_ acts: [LiveAct]) {
        for act in acts {
            switch act {
            case .read: read()
            case .readTicket(let ticket): read(ticket)
            case .change(let change): make(change)
            case .redraw: screen.redraw()
            case .stop: screen.stop()
            case .quit: isOver = true
            }
        }
    }

    private func read() {
        desk.ask(
            { .read(try LiveReading.read(&$0)) },
            failed: { .unread(Self.wireError($0)) })
    }

    private func read(_ ticket: Identifier<Ticket>) {
        desk.ask(
            { .ticket(try $0.call(TicketShow(ticket: ticket)).reply) },
            failed: { .noTicket(ticket, Self.wireError($0)) })
    }

    private mutating func make(_ change: LiveChange) {
        let options = MutationOptions(
            idempotencyKey: keys.next(), ifVersion: change.version)
        let screen = view.screen
        desk.ask(patience: Self.patience) { connection in
            do {
                return try change.make(options, &connection, screen)
            } catch let error as WireError {
                return .refused(change, change.words(error, &connection))
            }
        } failed: {
            .refused(change, LiveView.words(Self.wireError($0)))
        }
    }

    private static func wireError(_ error: any Error) -> WireError {
        (error as? WireError) ?? (error as? ClientFault)?.wireError
            ?? ClientFault.notUnderstood(why: "\(error)").wireError
    }
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
