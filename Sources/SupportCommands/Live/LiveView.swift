import SupportClient
import SupportModel
import SupportTerminal
import SupportWire

/// The view of `supportc status --live`, apart from its terminal: keys and news in, pictures and acts
/// out. Times are those of the screen's clock.
///
/// What is shown is never older than it seems: from the moment that the connection is lost, a reading
/// fails, or one is not answered within `answerSeconds`, the first line says since when the figures
/// are stale, all of them are drawn faint, and the deadlines stand still.
struct LiveView: Sendable {
    /// For whom it is drawn.
    var screen: Screen
    private(set) var size: ScreenSize
    /// The last reading.
    private(set) var reading: LiveReading
    /// Why records are not followed; nil while they are.
    private var lost: String?
    /// Why the last reading failed; nil where it came.
    private var failed: String?
    /// How often the connection was lost, or came back after that.
    private var turn = 0
    /// The `turn` in which the last reading was asked for: one of before shows nothing of now.
    private var turnRead = 0
    /// The chosen ticket, and at which place it stood last.
    var chosen: (ticket: Identifier<Ticket>?, place: Int) = (nil, 0)
    /// The first place of the queue that is seen, as the last move left it.
    var top = 0
    /// The ticket that was chosen until it left the list, so that another is chosen now of which the
    /// person may not know; nil for none.
    var gone: Identifier<Ticket>?
    /// Which tickets are shown: those with this text in their row; all where it is empty.
    var filter = ""
    /// What lies over the lists.
    var pane: Pane?
    /// What the person writes.
    var entry: Entry?
    /// What was said last, until the next key.
    var message: [StyledText] = []
    /// The change that is on its way.
    var pending: LiveChange?
    /// The ticket that the person has changed last, and the version that it got by that: what was on the
    /// screen and the person's own change are all that it holds.
    private(set) var own: (ticket: Identifier<Ticket>, version: UInt64)?
    /// The ticket that is to be taken from somebody if the key comes again.
    var doubted: LiveChange?
    /// Notes that were not written as far as is known, by ticket.
    var drafts: [Identifier<Ticket>: Draft] = [:]

    private var isReading = false
    private var isOutdated = false
    /// When the last reading was asked for.
    private var asked: Duration
    /// When it came, or failed.
    private var read: Duration
    /// A ticket that has changed since it was read for the pane.
    private var outdatedTicket: Identifier<Ticket>?

    /// A reading that is not answered after so long says that the last one is stale.
    private static let answerSeconds = Duration.seconds(2)
    /// After so long the desk is read again though nothing was heard of it: not all that is shown comes
    /// with a record, and one that hangs is to be noticed.
    private static let period = Duration.seconds(5)
    /// After so long it is read again where a reading failed.
    private static let retry = Duration.seconds(1)
    /// Between two readings however much happens.
    private static let pause = Duration.milliseconds(300)

    /// What lies over the lists.
    enum Pane: Sendable {
        case help(ScrolledText)
        case ticket(TicketShow.Reply, ScrolledText)
        /// A ticket that is being read.
        case opening(Identifier<Ticket>)

        /// The ticket that is shown.
        var ticket: Identifier<Ticket>? {
            switch self {
            case .help: nil
            case .ticket(let shown, _): shown.ticket.ticket
            case .opening(let number): number
            }
        }
    }

    /// A line that the person writes, and what for.
    struct Entry: Sendable {
        var editor: LineEditor
        let purpose: Purpose

        /// What for.
        enum Purpose: Hashable, Sendable {
            case filter
            /// A note on a ticket, and the version of it that the person saw; nil where that is the one
            /// that is on the screen when it is sent.
            case note(Identifier<Ticket>, UInt64?)
        }
    }

    /// A note that was refused, or of which nobody knows whether it was written.
    struct Draft: Sendable {
        /// What was asked for.
        let change: LiveChange
        let text: String
        /// Whether it may have been written: sent again as it is, with its key, it is written once.
        let isUnknown: Bool
    }

    init(_ screen: Screen, _ size: ScreenSize, _ reading: LiveReading) {
        (self.screen, self.size, self.reading) = (screen, size, reading)
        (asked, read) = (reading.at, reading.at)
        self.screen.window = Window(columns: size.columns, rows: size.rows)
        keepChoice()
    }

    /// The window has another size.
    mutating func resize(to size: ScreenSize) {
        self.size = size
        screen.window = Window(columns: size.columns, rows: size.rows)
        remakePane()
    }

    // MARK: News

    /// Takes what was told, and says what is to be done.
    mutating func take(_ news: LiveNews, at now: Duration) -> [LiveAct] {
        switch news {
        case .read(let reading, let turn): take(reading, ofTurn: turn, at: now)
        case .unread(let error):
            (isReading, read, failed) = (false, now, Self.trouble(error))
        case .ticket(let asked, let reply):
            if pane?.ticket == asked { show(reply) }
        case .noTicket(let asked, let error): cannotShow(asked, error)
        case .following:
            if lost != nil { turn += 1 }
            (lost, isOutdated, outdatedTicket) = (nil, true, pane?.ticket)
        case .record: (isOutdated, outdatedTicket) = (true, pane?.ticket)
        case .lost(let error):
            turn += 1
            (lost, isOutdated) = (error.map(Self.trouble) ?? Self.away, true)
        case .done(let change, let version, let lines):
            own = (change.ticket, version)
            if case .note = change.kind { drafts[change.ticket] = nil }
            settle(lines)
        case .refused(let change, _, let lines):
            settle(keep(change, isUnknown: false) + lines)
        case .unknown(let change): settle(keep(change, isUnknown: true))
        }
        return due(at: now)
    }

    private mutating func take(_ reading: LiveReading, ofTurn turn: Int, at now: Duration) {
        let before = chosen.ticket
        self.reading = reading
        (isReading, read, failed, turnRead) = (false, now, nil, turn)
        keepChoice()
        if let before, chosen.ticket != before, gone == nil { gone = before }
        remakePane()
    }

    /// A ticket that cannot be opened is said; one that is open stays open unless there is no such
    /// ticket for the person, and is read again.
    private mutating func cannotShow(_ asked: Identifier<Ticket>, _ error: WireError) {
        guard let pane, pane.ticket == asked else { return }
        guard pane.isOpening || error.code == .notFound || error.data.error == "not-permitted"
        else {
            outdatedTicket = asked
            return
        }
        self.pane = nil
        message = Self.words(error)
    }

    /// A change is over; says what came of it, and reads what is shown again.
    private mutating func settle(_ lines: [StyledText]) {
        (pending, message, isOutdated, outdatedTicket) = (nil, lines, true, pane?.ticket)
    }

    /// Keeps the note of a change that was not made, or nobody knows; gives what is said of that.
    private mutating func keep(_ change: LiveChange, isUnknown: Bool) -> [StyledText] {
        let ticket = change.ticket
        guard case .note(let text) = change.kind else {
            guard isUnknown else { return [] }
            return [
                StyledText("it is not known whether ticket \(ticket) was taken", .bad),
                "  -> see whose it is once the desk is back",
            ]
        }
        drafts[ticket] = Draft(change: change, text: text, isUnknown: isUnknown)
        guard isUnknown else {
            return [
                StyledText("the note was not written: n on ticket \(ticket) opens it again", .bad)
            ]
        }
        return [
            StyledText("it is not known whether the note on ticket \(ticket) was written", .bad),
            "  -> n on the ticket, then Enter, sends it again: unchanged it is not written twice",
        ]
    }

    static func noteEditor(_ text: String = "") -> LineEditor {
        LineEditor(text, countMax: Limits.bodyCharactersMax)
    }

    // MARK: Time

    /// What is to be done at this time.
    mutating func due(at now: Duration) -> [LiveAct] {
        var acts: [LiveAct] = []
        if !isReading, now >= nextReading {
            (isReading, isOutdated, asked) = (true, false, now)
            acts.append(.read(turn))
            if let ticket = outdatedTicket {
                outdatedTicket = nil
                acts.append(.readTicket(ticket))
            }
        }
        return acts
    }

    /// Reads everything that is shown again; what is being read already is not asked for twice.
    mutating func readAgain(at now: Duration) -> [LiveAct] {
        outdatedTicket = pane?.ticket
        (isOutdated, read) = (true, now - Self.retry)
        return due(at: now)
    }

    /// How long it is until the picture changes by itself, or something is to be done.
    func wait(at now: Duration) -> Duration {
        max(.zero, min(isReading ? .seconds(1) : nextReading - now, untilNextSecond(at: now)))
    }

    /// When the desk is to be read again.
    private var nextReading: Duration {
        let wait = isOutdated ? Self.pause : Self.period
        return read + (trouble == nil ? wait : min(Self.retry, wait))
    }

    /// How long it is until the desk's clock shows another second.
    private func untilNextSecond(at now: Duration) -> Duration {
        let passed = deskTime(at: now).millisecondsSinceEpoch % 1000
        return trouble == nil && !reading.status.testClock
            ? .milliseconds(1000 - passed) : .seconds(1)
    }

    /// Why the last reading is stale; nil while records are followed and a reading has come that was
    /// asked for since they are.
    var trouble: String? {
        failed ?? lost ?? (turnRead == turn ? nil : Self.unread)
    }

    /// Why what is shown may not hold any more; nil while it does.
    func staleness(at now: Duration) -> String? {
        if let trouble { return trouble }
        return isReading && now - asked > Self.answerSeconds ? Self.silent : nil
    }

    private static let away = "the desk is away"
    private static let silent = "the desk does not answer"
    private static let unread = "the desk is back and is being read"

    /// An error of a reading for the first line.
    private static func trouble(_ error: WireError) -> String {
        switch error.code {
        case .unreachable where error.data.error != "other-protocol": away
        case .timedOut: silent
        default: error.message
        }
    }

    /// What time it is at the desk; of a reading that is stale, what time it was.
    func deskTime(at now: Duration) -> Instant {
        let status = reading.status
        guard staleness(at: now) == nil, !status.testClock else { return status.now }
        let passed = (now - reading.at).components
        return status.now.advanced(
            byMilliseconds: passed.seconds * 1000 + passed.attoseconds / 1_000_000_000_000_000)
    }

    // MARK: Panes

    private mutating func show(_ reply: TicketShow.Reply) {
        var top = 0
        if case .ticket(_, let text)? = pane { top = text.top }
        pane = .ticket(reply, ScrolledText(lines(of: reply), top: top))
    }

    /// Makes the pane's text for the width that the window has now, and for the desk's time.
    private mutating func remakePane() {
        if case .ticket(let reply, _)? = pane { show(reply) }
    }

    private func lines(of reply: TicketShow.Reply) -> [StyledText] {
        var page = Page(screen)
        page.screen.now = reading.status.now
        TicketScreen.show(reply, on: &page)
        return page.lines
    }

    /// An error as `supportc` says it: the sentence, then the way out.
    static func words(_ error: WireError) -> [StyledText] {
        let hint = error.data.hint.map { [StyledText("  -> \($0)")] } ?? []
        return [StyledText(error.message, .bad)] + hint
    }
}

extension LiveView.Pane {
    /// Whether the ticket is being read still.
    var isOpening: Bool { if case .opening = self { true } else { false } }
}
