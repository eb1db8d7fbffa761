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
        // A text that is pasted in the wrong place is no row of commands.
        if case .pasted = key { return [] }
        let doubt = doubted
        (message, doubted) = ([], nil)
        switch key {
        case .character("q") where pane == nil, .controlC: return [.quit]
        case .character("q"), .escape, .left: pane = nil
        case .character("?"): pane = .help(ScrolledText(LiveHelp.lines))
        case .character("r"): return readAgain(at: now)
        case .character("t"): return takeTicket(again: doubt)
        case .character("n"): beginNote()
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
        let page = max(1, pictureParts(at: now).queueRows)
        switch key {
        case .up, .character("k"): choose(chosen.place - 1)
        case .down, .character("j"): choose(chosen.place + 1)
        case .pageUp, .controlB: choose(chosen.place - page)
        case .pageDown, .controlF, .character(" "): choose(chosen.place + page)
        case .home, .character("g"): choose(0)
        case .end, .character("G"): choose(.max)
        default: break
        }
    }

    private mutating func open() -> [LiveAct] {
        guard pane == nil, let ticket = chosen.ticket else { return [] }
        pane = .opening(ticket)
        return [.readTicket(ticket)]
    }

    // MARK: Changes

    /// Takes the ticket for the person; from somebody else only when the key comes a second time.
    private mutating func takeTicket(again doubt: LiveChange?) -> [LiveAct] {
        guard let ticket = changeable() else { return [] }
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

    private mutating func beginNote() {
        guard let ticket = changeable() else { return }
        entry = Entry(
            editor: Self.noteEditor(), purpose: .note(ticket.ticket, knownVersion(of: ticket)))
    }

    /// The ticket that a key is to change; nil, and says why, where it cannot be changed now.
    private mutating func changeable() -> TicketView? {
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
        guard let subject else {
            message = ["there is no ticket here"]
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
        case (.note, .cancelled): message = ["no note was written"]
        case (.note(let ticket, let version), .done):
            return send(entry.editor.text, ticket, version)
        }
        if entry.purpose == .filter { keepChoice() }
        return []
    }

    private mutating func send(
        _ text: String, _ ticket: Identifier<Ticket>, _ version: UInt64?
    ) -> [LiveAct] {
        guard !text.allSatisfy(\.isWhitespace) else {
            message = ["no note was written"]
            return []
        }
        let change = LiveChange(
            ticket: ticket, version: version ?? shownVersion(of: ticket), kind: .note(text))
        return begin(change, "writing the note on ticket \(ticket)")
    }

    /// The version of a ticket that is on the screen; nil where it is not there any more.
    private func shownVersion(of number: Identifier<Ticket>) -> UInt64? {
        if let subject, subject.ticket == number { return knownVersion(of: subject) }
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
