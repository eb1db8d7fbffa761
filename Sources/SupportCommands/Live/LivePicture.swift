import SupportModel
import SupportTerminal
import SupportWire

/// How the view is drawn: a line that says how fresh it is, what the desk is like, the queue with its
/// deadlines, monitors in trouble, hours near their limits, what was said last, and the keys.
///
/// In a small window the queue keeps what there is: the other lists get less, and then nothing.
extension LiveView {
    /// How the rows of the window are divided.
    struct Parts {
        /// The first lines.
        var head: [StyledText] = []
        /// The lists below the queue, their headings and an empty line before each included.
        var lists: [StyledText] = []
        /// The last lines but the one with the keys.
        var message: [StyledText] = []
        /// Rows between the first and the last lines.
        var bodyRows = 0
        /// Places of the queue that are seen.
        var queueRows = 0
        /// Whether there is room for the keys.
        var hasKeys = true
    }

    /// The fewest rows in which there is a line of keys.
    private static let keyRowsMin = 4

    /// Divides the window.
    func pictureParts(at now: Duration) -> Parts {
        var parts = Parts()
        parts.hasKeys = size.rows >= Self.keyRowsMin
        parts.head = head(at: now)
        let wrapped = message.flatMap {
            $0.inWords(screen.words).wrapped(to: max(2, size.columns))
        }
        // What is written has the last row also where there is only one.
        let room = min(max(1, size.rows / 3), size.rows - (entry == nil ? 0 : 1))
        parts.message = Array(wrapped.prefix(room))
        let taken = parts.head.count + parts.message.count + (parts.hasKeys || entry != nil ? 1 : 0)
        // The heading of the queue, or of what lies over the lists.
        parts.bodyRows = max(0, size.rows - taken - 1)
        let wanted = places.count + 1
        let least = min(wanted, max(4, parts.bodyRows * 11 / 20))
        parts.lists = pane == nil ? lists(in: parts.bodyRows - least, at: now) : []
        parts.queueRows = max(0, parts.bodyRows - parts.lists.count - 1)
        return parts
    }

    /// What the screen shows.
    func picture(at now: Duration) -> ScreenPicture {
        let parts = pictureParts(at: now)
        let isStale = staleness(at: now) != nil
        var lines = parts.head.map { row($0) }
        for (text, isChosen) in body(parts, at: now).prefix(size.rows - lines.count) {
            lines.append(row(isStale ? text.all(in: .faint) : text, isReversed: isChosen))
        }
        let bottom = parts.message.count + (parts.hasKeys || entry != nil ? 1 : 0)
        while lines.count < size.rows - bottom { lines.append(row("")) }
        lines = Array(lines.prefix(max(0, size.rows - bottom)))
        lines += parts.message.map { row($0) }
        var cursor: ScreenPicture.Place?
        if let entry {
            let (text, column) = entryLine(entry)
            cursor = ScreenPicture.Place(row: lines.count, column: column)
            lines.append(row(text))
        } else if parts.hasKeys {
            lines.append(row(keys))
        }
        return ScreenPicture(Array(lines.prefix(size.rows)), cursor: cursor)
    }

    private func row(_ text: StyledText, isReversed: Bool = false) -> ScreenLine {
        ScreenLine(text.cut(to: size.columns).cells, isReversed: isReversed)
    }

    // MARK: Above

    /// How fresh it is, and what the desk is like.
    private func head(at now: Duration) -> [StyledText] {
        let status = reading.status
        let time = screen.zone.text(deskTime(at: now), seconds: true)
        var lines: [StyledText]
        if let why = staleness(at: now) {
            let ago = DurationText.rough(milliseconds: Self.milliseconds(now - reading.at))
            lines = [StyledText("STALE since \(time) (\(ago)): \(why)", .bad)]
        } else {
            lines = ["\("live", .good)  \(time, .strong)  supportd \(status.release)"]
        }
        guard size.rows >= 7 else { return lines }
        var summary: StyledText =
            "tickets \(StatusScreen.tickets(status.liveTickets)); "
            + "monitors \(StatusScreen.monitors(status.monitors))"
        if let notices = status.notices { summary += "; notices \(NoticeRows.counts(notices))" }
        lines.append(staleness(at: now) == nil ? summary : summary.all(in: .faint))
        let isStale = staleness(at: now) != nil
        return lines
            + problems.prefix(size.rows >= 16 ? 3 : 1).map { isStale ? $0.all(in: .faint) : $0 }
    }

    /// What is wrong with the desk itself, the worst first.
    private var problems: [StyledText] {
        let status = reading.status
        var lines: [StyledText] = []
        if status.doubt != nil {
            lines.append(StyledText("THE CLOCK IS IN DOUBT: supportc status says why", .bad))
        }
        if status.storage != "ok" { lines.append("storage: \(status.storage, .bad)") }
        if let problem = status.verified?.problem { lines.append("journal: \(problem, .bad)") }
        if !status.worker.connected || status.worker.silentSeconds != nil {
            let worker: StyledText = "worker: \(StatusScreen.worker(status))"
            lines.append(worker.inWords(screen.words))
        }
        if let closed = status.accessClosed { lines.append("key: \(closed, .bad)") }
        if let shortage = status.shortage { lines.append("connections: \(shortage, .warning)") }
        return lines
    }

    static func milliseconds(_ time: Duration) -> Int64 {
        let parts = max(.zero, time).components
        return parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
    }

    // MARK: Between

    /// The lines between the first and the last, and which of them is the chosen place.
    private func body(_ parts: Parts, at now: Duration) -> [(StyledText, isChosen: Bool)] {
        let rows = parts.bodyRows
        switch pane {
        case .help(let text)?: return pageLines(text, "help", rows)
        case .ticket(let reply, let text)?:
            return pageLines(text, "ticket \(reply.ticket.ticket)", rows)
        case .opening(let number)?:
            return [(StyledText("opening ticket \(number)", .faint), false)]
        case nil:
            return queue(parts, at: now) + parts.lists.map { ($0, false) }
        }
    }

    private func pageLines(
        _ text: ScrolledText, _ title: String, _ rows: Int
    ) -> [(StyledText, isChosen: Bool)] {
        let (lines, first, count) = text.shown(rows: rows, columns: size.columns)
        let place =
            lines.count == count ? "" : ", lines \(first + 1) to \(first + lines.count) of \(count)"
        return [("\(title, .faint)\(place, .faint)", false)] + lines.map { ($0, false) }
    }

    private func queue(_ parts: Parts, at now: Duration) -> [(StyledText, isChosen: Bool)] {
        let places = places
        guard !places.isEmpty else {
            let only = reading.queue.more ? " of the first \(reading.queue.items.count)" : ""
            let none = filter.isEmpty ? "the queue is empty" : "no ticket\(only) has `\(filter)`"
            return [("\("queue", .strong)", false), (StyledText("  \(none)", .faint), false)]
        }
        let first = firstPlace(in: parts.queueRows, of: places.count)
        let last = min(places.count, first + parts.queueRows)
        let table = LiveQueue.lines(of: places, at: deskTime(at: now), on: screen)
        let rows = (first..<max(first, last)).map { place in
            let isChosen = place == chosen.place
            return ("\(isChosen ? "> " : "  ")\(table[place + 1])" as StyledText, isChosen)
        }
        return [(heading(first, last, places.count), false), ("  \(table[0])", false)] + rows
    }

    /// `queue, 1 to 8 of 23`, and what it is filtered by.
    private func heading(_ first: Int, _ last: Int, _ count: Int) -> StyledText {
        let isWhole = first == 0 && last == count
        let more = reading.queue.more
        let of = more && filter.isEmpty ? "the first \(count)" : "\(count)"
        let range = isWhole && !more ? "" : ", \(first + 1) to \(last) of \(of)"
        let among = more ? " among the first \(reading.queue.items.count)" : ""
        let only = filter.isEmpty ? "" : ", only with `\(filter)`\(among) (/ changes it)"
        return "\("queue", .strong)\(range, .faint)\(only, .warning)"
    }

    /// The first place that is seen, so that the chosen one is.
    func firstPlace(in rows: Int, of count: Int) -> Int {
        let lowest = max(0, min(top, count - rows))
        return max(0, min(max(lowest, chosen.place - rows + 1), chosen.place))
    }

    /// Monitors in trouble, hours near their limits and timers, each as far as there is room.
    private func lists(in rows: Int, at now: Duration) -> [StyledText] {
        var screen = screen
        screen.now = deskTime(at: now)
        let status = reading.status
        let all: [(String, Table)] = [
            ("monitors in trouble", MonitorRows.table(status.trouble)),
            ("hours near their limits", NearLimitRows.table(status.hours ?? [])),
            ("timers", TimerRows.table(status.timers ?? [])),
        ].filter { !$0.1.isEmpty }
        var lines: [StyledText] = []
        for (place, (title, table)) in all.enumerated() {
            // The first lists come first; a later one gets what they leave.
            let (left, later) = (rows - lines.count, all.count - place - 1)
            let room = max(min(left, 5), left - 5 * later)
            lines += list(title, table.lines(on: screen, indent: 2), in: room)
        }
        return lines
    }

    /// An empty line, a heading and the lines of a table in so many rows; nothing where not one fits.
    private func list(_ title: String, _ table: [StyledText], in rows: Int) -> [StyledText] {
        guard rows >= 4 else { return [] }
        let room = rows - 2
        var shown = table.prefix(room)
        let rest = table.count - shown.count
        if rest > 0 { shown = shown.dropLast() }
        let more = rest > 0 ? [StyledText("  … \(rest + 1) more", .faint)] : []
        return ["", StyledText(title, .strong)] + shown.map { "  \($0)" } + more
    }

    // MARK: Below

    /// The keys that do something now, as many as there is room for.
    private var keys: StyledText {
        let mayWork = reading.person.permissions.contains(.work)
        let isOpen = pane?.ticket != nil && pane?.isOpening == false
        let work = mayWork && (pane == nil || isOpen) ? ["t take", "n note"] : []
        let open = pane == nil ? ["Enter open", "/ filter"] : ["up, down scroll"]
        let ways = ["? help", pane == nil ? "q quit" : "q back"]
        var line = ""
        for item in ways + [open[0]] + work + open.dropFirst() {
            let longer = line.isEmpty ? item : "\(line)  \(item)"
            if longer.count > size.columns { break }
            line = longer
        }
        return StyledText(line, .faint)
    }

    /// The line that is written, and the cursor's column.
    private func entryLine(_ entry: Entry) -> (StyledText, Int) {
        let full =
            switch entry.purpose {
            case .filter: "only with: "
            case .note(let ticket, _): "note on ticket \(ticket): "
            }
        let prompt = full.count <= size.columns / 2 ? full : "> "
        let (text, column) = entry.editor.shown(in: max(1, size.columns - prompt.count))
        return ("\(prompt, .strong)\(text)", min(prompt.count + column, size.columns - 1))
    }
}

/// The rows of the queue with the time until each deadline.
enum LiveQueue {
    private static let name: StaticString = "live-queue"

    /// The line of headings, then one for each place, for a window less two columns.
    static func lines(
        of places: [QueuePlaceView], at now: Instant, on screen: Screen
    ) -> [StyledText] {
        var table = Table(
            name,
            [
                .number("TICKET"), .number("LEVEL", goes: 4), .number("DUE IN"),
                .text("DEADLINE", goes: 1), .text("CLIENT", .cut(least: 10), goes: 3),
                .text("ASSIGNEE", .cut(least: 8), goes: 2), .text("SUBJECT", .cut(least: 20)),
            ])
        for place in places {
            let (ticket, deadline) = (place.ticket, place.deadline)
            table.row(
                "\(ticket.ticket, .strong)", Words.level(ticket.level),
                deadline.map { Countdown.text(until: $0.at, at: now) } ?? "-",
                "\(deadline?.kind.rawValue ?? "")", "\(ticket.client)",
                "\(ticket.assignee?.text ?? "")", "\(ticket.subject)")
        }
        return table.lines(on: screen, indent: 2)
    }
}
