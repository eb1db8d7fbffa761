/// A terminal that a program draws on as a whole and reads keys from; one thread's.
package protocol FullScreen: AnyObject {
    /// The window, as large as it is now.
    var size: ScreenSize { get }
    /// Makes `next` return, from any thread.
    var wake: @Sendable () -> Void { get }
    /// The next thing that happens, waited for so long, at least 0.
    func next(atMost time: Duration) -> ScreenEvent
    /// Whether something has happened already that `next` gives without waiting, so that a picture
    /// before it would be drawn in vain.
    var hasNext: Bool { get }
    /// Shows a picture; what has not changed is not written again.
    func draw(_ picture: ScreenPicture)
    /// Draws everything anew at the next picture, whatever others wrote meanwhile.
    func redraw()
    /// Stops the program until the shell lets it go on, with the terminal as it was before.
    func stop()
    /// Puts the terminal back as it was.
    func close()
}

/// The size of a window.
package struct ScreenSize: Hashable, Sendable {
    /// At least 1.
    package var rows: Int
    /// At least 1.
    package var columns: Int

    package init(rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
    }
}

/// Something that happens to a screen.
package enum ScreenEvent: Hashable, Sendable {
    case key(ScreenKey)
    /// The window has another size, or the program goes on after it was stopped.
    case changed
    /// Somebody has called `wake`.
    case woken
    /// The time is over.
    case timePassed
    /// There is no terminal any more.
    case gone
}

/// A key that a person has pressed.
package enum ScreenKey: Hashable, Sendable {
    /// A character; with Ctrl one below 32.
    case character(Unicode.Scalar)
    /// A character that was pasted, not typed; the end of a line is a blank.
    case pasted(Unicode.Scalar)
    case up, down, left, right, pageUp, pageDown, home, end, enter, backspace, delete, escape
    /// One that means nothing.
    case other

    // Letters with Ctrl.
    package static let controlA = ScreenKey.character("\u{1}")
    package static let controlB = ScreenKey.character("\u{2}")
    package static let controlC = ScreenKey.character("\u{3}")
    package static let controlD = ScreenKey.character("\u{4}")
    package static let controlE = ScreenKey.character("\u{5}")
    package static let controlF = ScreenKey.character("\u{6}")
    package static let controlG = ScreenKey.character("\u{7}")
    package static let controlK = ScreenKey.character("\u{B}")
    package static let controlL = ScreenKey.character("\u{C}")
    package static let controlU = ScreenKey.character("\u{15}")
    package static let controlW = ScreenKey.character("\u{17}")
    package static let controlZ = ScreenKey.character("\u{1A}")
}

/// How a cell looks.
package enum ScreenStyle: Hashable, Sendable {
    case plain, strong, faint, good, warning, bad
}

/// A character on the screen.
package struct ScreenCell: Hashable, Sendable {
    package var character: Character
    /// How many columns it takes: 1 or 2; a mark without a character takes none and is not shown.
    package var columns: Int
    package var style: ScreenStyle

    package init(_ character: Character, columns: Int, _ style: ScreenStyle) {
        (self.character, self.columns, self.style) = (character, columns, style)
    }
}

/// A line of the screen.
package struct ScreenLine: Hashable, Sendable {
    package var cells: [ScreenCell]
    /// Whether it is shown in reverse, to the edge.
    package var isReversed: Bool

    package init(_ cells: [ScreenCell], isReversed: Bool = false) {
        (self.cells, self.isReversed) = (cells, isReversed)
    }
}

/// What a screen shows.
package struct ScreenPicture: Hashable, Sendable {
    /// From the top; those below the last are empty.
    package var lines: [ScreenLine]
    /// Where a person writes; nil where the cursor is not shown.
    package var cursor: Place?

    /// A place on the screen, from 0.
    package struct Place: Hashable, Sendable {
        /// From 0 at the top.
        package var row: Int
        /// From 0 at the left.
        package var column: Int

        package init(row: Int, column: Int) {
            (self.row, self.column) = (row, column)
        }
    }

    package init(_ lines: [ScreenLine], cursor: Place? = nil) {
        (self.lines, self.cursor) = (lines, cursor)
    }
}
