import SupportModel
import SupportTerminal

/// A line that a person writes at the bottom of the screen: keys in, text and cursor out.
struct LineEditor: Sendable {
    /// What has been written, as the person sees it.
    private var characters: [Character]
    /// How many characters stand before the cursor.
    private var cursor: Int
    /// The most characters.
    private let countMax: Int

    /// What becomes of a key.
    enum Step: Hashable, Sendable {
        /// The line goes on.
        case more
        /// The person has ended the line.
        case done
        /// The person gives up.
        case cancelled
    }

    init(_ text: String = "", countMax: Int) {
        characters = Array(text)
        cursor = characters.count
        self.countMax = countMax
    }

    /// The line.
    var text: String { String(characters) }

    /// Takes a key.
    mutating func take(_ key: ScreenKey) -> Step {
        switch key {
        case .enter: return .done
        case .escape, .controlC, .controlG: return .cancelled
        case .left, .controlB: cursor = max(0, cursor - 1)
        case .right, .controlF: cursor = min(characters.count, cursor + 1)
        case .home, .controlA: cursor = 0
        case .end, .controlE: cursor = characters.count
        case .backspace: remove(from: cursor - 1, to: cursor)
        case .delete, .controlD: remove(from: cursor, to: cursor + 1)
        case .controlU: remove(from: 0, to: cursor)
        case .controlK: remove(from: cursor, to: characters.count)
        case .controlW: remove(from: wordStart, to: cursor)
        case .pasted(let scalar): write(scalar)
        case .character(let scalar): write(scalar == "\t" ? " " : scalar)
        case .up, .down, .pageUp, .pageDown, .other: break
        }
        return .more
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        guard scalar.value >= 32, scalar.value != 127 else { return }
        // A mark belongs to the character before it.
        if cursor > 0 {
            let joined = String(characters[cursor - 1]) + String(Character(scalar))
            if joined.count == 1, let one = joined.first {
                characters[cursor - 1] = one
                return
            }
        }
        guard characters.count < countMax else { return }
        characters.insert(Character(scalar), at: cursor)
        cursor += 1
    }

    private mutating func remove(from start: Int, to end: Int) {
        let (start, end) = (max(0, start), min(characters.count, end))
        guard start < end else { return }
        characters.removeSubrange(start..<end)
        cursor = start
    }

    /// Where the word before the cursor begins.
    private var wordStart: Int {
        var start = cursor
        while start > 0, characters[start - 1] == " " { start -= 1 }
        while start > 0, characters[start - 1] != " " { start -= 1 }
        return start
    }

    /// The part of the line around the cursor that fits so many columns, and the cursor's column in it.
    func shown(in columns: Int) -> (line: StyledText, cursor: Int) {
        // As a line of the house shows them: what a terminal would obey is written out.
        let pieces = characters.map { PrintableText.line(String($0)) }
        let widths = pieces.map { DisplayWidth.columns(of: $0) }
        var first = cursor
        var before = 0
        while first > 0, before + widths[first - 1] < columns {
            first -= 1
            before += widths[first]
        }
        var last = cursor
        var used = before
        while last < pieces.count, used + widths[last] <= columns {
            used += widths[last]
            last += 1
        }
        return (StyledText(pieces[first..<last].joined()), before)
    }
}
