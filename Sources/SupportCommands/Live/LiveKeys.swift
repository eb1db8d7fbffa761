import SupportModel
import SupportTerminal
import SupportWire

/// What the keys do.
extension LiveView {
    /// Takes a key, and says what is to be done.
    mutating func take(_ key: ScreenKey, at now: Duration) -> [LiveAct] {
        switch key {
        case .controlL: return [.redraw]
        case .controlZ: return [.stop]
        default: break
        }
        if entry != nil { return write(key, at: now) }
        switch key {
        // A text that is pasted in the wrong place is no row of commands; what means nothing, such as
        // the marks around that text, leaves the message.
        case .pasted, .other: return []
        default: break
        }
        let doubt = doubted
        (message, doubted) = ([], nil)
        switch key {
        case .character("q") where pane == nil, .controlC: return [.quit]
        case .escape where pane == nil:
            (filter, gone) = ("", nil)
            keepChoice()
        case .character("q"), .escape, .left: pane = nil
        case .character("?"): pane = .help(ScrolledText(LiveHelp.lines))
        case .character("r"): return readAgain(at: now)
        case .character("t"): return takeTicket(again: doubt, at: now)
        case .character("n"): beginNote(at: now)
        case .character("/") where pane == nil:
            entry = Entry(editor: LineEditor(filter, countMax: 100), purpose: .filter)
        case .enter, .right: return open()
        default: move(key, at: now)
        }
        return []
    }

    private mutating func move(_ key: ScreenKey, at now: Duration) {
        let rows = pictureParts(at: now).bodyRows
        switch pane {
        case .help(var text)?:
            _ = text.take(key, rows: rows, columns: size.columns)
            pane = .help(text)
        case .ticket(let reply, var text)?:
            _ = text.take(key, rows: rows, columns: size.columns)
            pane = .ticket(reply, text)
        case .opening?: break
        case nil: moveChoice(key, at: now)
        }
    }

    private mutating func moveChoice(_ key: ScreenKey, at now: Duration) {
        let rows = pictureParts(at: now).queueRows
        let page = max(1, rows)
        top = firstPlace(in: rows, of: places.count)
        switch key {
        case .up, .character("k"): choose(chosen.place - 1)
        case .down, .character("j"): choose(chosen.place + 1)
        case .pageUp, .controlB: choose(chosen.place - page)
        case .pageDown, .controlF, .character(" "): choose(chosen.place + page)
        case .home, .character("g"): choose(0)
        case .end, .character("G"): choose(.max)
        default: return
        }
        gone = nil
        top = firstPlace(in: rows, of: places.count)
    }

    private mutating func open() -> [LiveAct] {
        guard pane == nil, let ticket = chosen.ticket else { return [] }
        (pane, gone) = (.opening(ticket), nil)
        return [.readTicket(ticket)]
    }

    // MARK: Changes

    /// Takes the ticket for the person; from somebody else only when the key comes a second time.
    private mutating func takeTicket(again doubt: LiveChange?, at now: Duration) -> [LiveAct] {
        guard let ticket = changeable(at: now) else { return [] }
        let change = LiveChange(
            ticket: ticket.ticket, version: knownVersion(of: ticket), kind: .take)
        if let other = ticket.assignee, other != reading.person.staff, doubt != change {
            doubted = change
            message = [
                StyledText(
                    "ticket \(ticket.ticket) is \(other)'s: t again takes it, any other key does not",
                    .warning)
            ]
            return []
        }
        return begin(change, "taking ticket \(ticket.ticket)")
    }

    /// Begins a note, or goes on with the one that was not written.
    private mutating func beginNote(at now: Duration) {
        guard let ticket = changeable(at: now) else { return }
        let draft = drafts[ticket.ticket]
        entry = Entry(
            editor: Self.noteEditor(draft?.text ?? ""),
            purpose: .note(ticket.ticket, draft == nil ? knownVersion(of: ticket) : nil))
    }

    /// The ticket that a key is to change; nil, and says why, where it cannot be changed now.
    private mutating func changeable(at now: Duration) -> TicketView? {
        guard pending == nil else {
            message = ["the last change is on its way still"]
            return nil
        }
        guard reading.person.permissions.contains(.work) else {
            message = [
                StyledText(
                    "\(reading.person.user) may not take tickets or write notes, only read", .bad),
                "  -> supportc rights list says which role may",
            ]
            return nil
        }
        guard let subject = subject(at: now) else {
            message = ["there is no ticket here"]
            return nil
        }
        if pane == nil, let left = gone {
            gone = nil
            message = [
                StyledText(
                    "ticket \(left) is gone from the list; this is \(subject.ticket)", .warning)
            ]
            return nil
        }
        return subject
    }

    private mutating func begin(_ change: LiveChange, _ words: StyledText) -> [LiveAct] {
        pending = change
        let isAway = trouble != nil
        message = [isAway ? "\(words), as soon as the desk is back" : words]
        return [.change(change)]
    }

    // MARK: Writing

    private mutating func write(_ key: ScreenKey, at now: Duration) -> [LiveAct] {
        guard var entry else { return [] }
        let step = entry.editor.take(key)
        self.entry = step == .more ? entry : nil
        switch (entry.purpose, step) {
        case (.filter, .cancelled): filter = ""
        case (.filter, _): filter = entry.editor.text
        case (.note, .more): return []
        case (.note(let ticket, _), .cancelled): giveUp(ticket)
        case (.note(let ticket, let version), .done):
            return send(entry.editor.text, ticket, version)
        }
        if entry.purpose == .filter {
            gone = nil
            keepChoice()
        }
        return []
    }

    private mutating func giveUp(_ ticket: Identifier<Ticket>) {
        let isUnknown = drafts.removeValue(forKey: ticket)?.isUnknown ?? false
        message = [
            isUnknown
                ? "the note is given up; it is not known whether ticket \(ticket) has it"
                : "no note was written"
        ]
    }

    private mutating func send(
        _ text: String, _ ticket: Identifier<Ticket>, _ version: UInt64?
    ) -> [LiveAct] {
        guard !text.allSatisfy(\.isWhitespace) else {
            message = ["no note was written"]
            return []
        }
        var change = LiveChange(
            ticket: ticket, version: version ?? shownVersion(of: ticket), kind: .note(text))
        // The same request as before, so that it is answered as that one where it was made.
        if let draft = drafts[ticket], draft.isUnknown, draft.text == text { change = draft.change }
        return begin(change, "writing the note on ticket \(ticket)")
    }

    /// The version of a ticket that is on the screen; nil where it is not there any more.
    private func shownVersion(of number: Identifier<Ticket>) -> UInt64? {
        if case .ticket(let reply, _)? = pane, reply.ticket.ticket == number {
            return knownVersion(of: reply.ticket)
        }
        return reading.queue.items.first { $0.ticket.ticket == number }
            .map { knownVersion(of: $0.ticket) }
    }
}

/// What the keys do, for people.
enum LiveHelp {
    static let lines: [StyledText] = [
        StyledText("keys of supportc status --live", .strong),
        "",
        "up, down, k, j     the ticket before, the next ticket",
        "PgUp, PgDn         a page up, a page down",
        "Home, End, g, G    the first, the last",
        "Enter, right       open the ticket: its text, history and time",
        "q, Esc, left       back to the lists",
        "t                  take the ticket; from somebody else only at a second t",
        "n                  write a note: Enter sends it, Esc gives it up",
        "/                  only tickets with a text in number, client, person, subject",
        "r                  read the desk again",
        "Ctrl-L             draw the screen again",
        "Ctrl-Z             stop; fg goes on",
        "q, Ctrl-C          end",
        "",
        "The first line says live while what is shown is as the desk has it. Once the",
        "desk is away, or does not answer, it says STALE and since when; then everything",
        "is faint and deadlines stand still.",
        "",
        "A change is refused where somebody else changed the ticket since it was shown.",
    ]
}
