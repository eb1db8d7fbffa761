import SupportTerminal

/// A text of many lines, of which as many are seen as the window has room for.
struct ScrolledText: Sendable {
    /// The lines as they were made, for a window of any width.
    private let source: [StyledText]
    /// How many lines stand above the window.
    private(set) var top = 0

    init(_ lines: [StyledText], top: Int = 0) {
        (source, self.top) = (lines, top)
    }

    /// The lines that are seen in so many rows and columns, and where they stand among all.
    func shown(rows: Int, columns: Int) -> (lines: [StyledText], first: Int, count: Int) {
        let all = wrapped(columns)
        let first = min(top, max(0, all.count - rows))
        return (Array(all.dropFirst(first).prefix(rows)), first, all.count)
    }

    private func wrapped(_ columns: Int) -> [StyledText] {
        source.flatMap { $0.wrapped(to: max(2, columns)) }
    }

    /// Takes a key that moves; false for another.
    mutating func take(_ key: ScreenKey, rows: Int, columns: Int) -> Bool {
        let last = max(0, wrapped(columns).count - rows)
        let now = min(top, last)
        switch key {
        case .up, .character("k"): top = max(0, now - 1)
        case .down, .character("j"): top = min(last, now + 1)
        case .pageUp, .controlB: top = max(0, now - rows)
        case .pageDown, .controlF, .character(" "): top = min(last, now + rows)
        case .home, .character("g"): top = 0
        case .end, .character("G"): top = last
        default: return false
        }
        return true
    }
}
