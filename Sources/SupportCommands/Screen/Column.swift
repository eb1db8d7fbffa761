/// A column of a table: its heading, to which side its cells keep, and what becomes of it where the
/// table is wider than the window.
struct Column: Sendable {
    let title: String
    /// Whether it holds figures, which end below each other.
    let isNumber: Bool
    /// What may be done to its cells.
    let shape: Shape
    /// Its turn to be left out, the lowest first; nil where it always stays.
    let goes: Int?

    /// What may be done to the cells of a column.
    enum Shape: Hashable, Sendable {
        /// They are shown in full.
        case whole
        /// They are cut, with `…` at the end; before they have less than so many columns, others go.
        case cut(least: Int)
        /// They go on in further lines; before they have less than so many columns, others go.
        case wrapped(least: Int)
    }

    /// A column of words, which begin below each other.
    static func text(_ title: String, _ shape: Shape = .whole, goes: Int? = nil) -> Column {
        Column(title: title, isNumber: false, shape: shape, goes: goes)
    }

    /// A column of figures, which end below each other.
    static func number(_ title: String, goes: Int? = nil) -> Column {
        Column(title: title, isNumber: true, shape: .whole, goes: goes)
    }

    /// The fewest columns of the terminal that it keeps while others may go.
    ///
    /// - Parameter widest: how many its widest cell takes.
    func least(_ widest: Int) -> Int {
        switch shape {
        case .whole: widest
        case .cut(let least), .wrapped(let least): min(widest, least)
        }
    }
}

/// Which columns of a table are shown, and how wide each is.
struct ColumnFit {
    /// The places of the columns that are shown, in their order.
    private(set) var shown: [Int]
    /// The width of every column, also of those that are not shown.
    private(set) var widths: [Int]

    /// Blanks between two columns.
    static let gap = 2
    /// What a cell of words keeps in a window that is too narrow for everything.
    private static let cellColumnsMin = 6

    /// Fits columns into a window; nil for no window, in which all are shown in full.
    ///
    /// - Parameters:
    ///   - widest: how many columns of the terminal the widest cell of each takes, or its heading.
    ///   - isEmpty: whether it has a heading alone.
    init(_ columns: [Column], widest: [Int], isEmpty: [Bool], window: Int?) {
        shown = Array(columns.indices)
        widths = widest
        guard let window else { return }
        shown.removeAll { isEmpty[$0] }
        while width(columns.indices.map { columns[$0].least(widest[$0]) }) > window,
            let next = shown.filter({ columns[$0].goes != nil })
                .min(by: { columns[$0].goes ?? 0 < columns[$1].goes ?? 0 })
        {
            shown.removeAll { $0 == next }
        }
        narrow(shown.filter { columns[$0].shape != .whole }, to: window)
        // Every column that may go has gone and it is still too wide: all words give way.
        narrow(shown.filter { !columns[$0].isNumber }, to: window)
        // A figure is never cut: what is still beyond the edge is left out.
        while width(widths) > window, let last = shown.last, columns[last].isNumber,
            shown.count > 1
        {
            shown.removeLast()
        }
    }

    /// What the shown columns take together, with the blanks between them.
    private func width(_ widths: [Int]) -> Int {
        shown.reduce(0) { $0 + widths[$1] } + max(0, shown.count - 1) * Self.gap
    }

    /// Makes the widest of these columns narrower until all fit; each keeps a few columns.
    private mutating func narrow(_ places: [Int], to window: Int) {
        var over = width(widths) - window
        while over > 0, let widest = places.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > Self.cellColumnsMin
        {
            // Down to the next widest, so that two long ones share what there is.
            let next = places.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let step = max(1, min(over, widths[widest] - max(next, Self.cellColumnsMin)))
            widths[widest] -= step
            over -= step
        }
    }
}
