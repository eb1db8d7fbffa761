import SupportModel
import SupportTerminal

/// A line of text for people, made of runs with a style each.
///
/// Holds nothing but printable characters, whatever it is made of: see `PrintableText`. A moment in
/// it is put into words only where it is known who reads it: see `Screen`.
struct StyledText: Sendable {
    private var runs: [Run] = []

    /// A part in one style.
    private struct Run {
        var part: Part
        let style: Style?
    }

    /// What a part shows.
    private enum Part {
        case text(String)
        case moment(Moment)
    }

    init(_ text: String, _ style: Style? = nil) {
        append(text, style)
    }

    /// A moment, in the words of whoever reads it.
    init(_ moment: Moment, _ style: Style? = nil) {
        runs = [Run(part: .moment(moment), style: style)]
    }

    /// True when it shows nothing.
    var isEmpty: Bool {
        runs.allSatisfy { if case .text(let text) = $0.part { text.isEmpty } else { false } }
    }

    /// True when it holds a moment that is not in words yet.
    var hasMoment: Bool { runs.contains { if case .moment = $0.part { true } else { false } } }

    /// The same with its moments in words.
    func inWords(_ words: (Moment) -> String) -> StyledText {
        guard hasMoment else { return self }
        return runs.reduce(into: StyledText("")) { result, run in
            switch run.part {
            case .text: result.runs.append(run)
            case .moment(let moment): result.append(words(moment), run.style)
            }
        }
    }

    /// The runs with the text of each; a moment, which must be in words by now, shows nothing.
    private var texts: [(text: String, style: Style?)] {
        runs.map { run in
            if case .text(let text) = run.part { (text, run.style) } else { ("", run.style) }
        }
    }

    /// How many columns of a terminal it takes.
    var columns: Int { texts.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }

    /// The text as the terminal is to get it.
    func drawn(_ palette: Palette) -> String {
        texts.reduce(into: "") { $0 += palette.draw($1.text, $1.style) }
    }

    /// The same in one style throughout.
    func all(in style: Style) -> StyledText {
        var text = self
        text.runs = runs.map { Run(part: $0.part, style: style) }
        return text
    }

    static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum.runs += right.runs
        return sum
    }

    static func += (left: inout StyledText, right: StyledText) { left = left + right }

    private mutating func append(_ text: String, _ style: Style?) {
        runs.append(Run(part: .text(PrintableText.line(text)), style: style))
    }
}

extension StyledText: ExpressibleByStringInterpolation {
    init(stringLiteral text: String) { self.init(text) }

    init(stringInterpolation: Interpolation) { self = stringInterpolation.text }

    /// Takes `\(value)`, `\(value, .style)` and `\(styledText)`.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = StyledText("")

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { text.append(literal, nil) }

        mutating func appendInterpolation(_ part: StyledText) { text += part }

        mutating func appendInterpolation(_ moment: Moment, _ style: Style? = nil) {
            text += StyledText(moment, style)
        }

        mutating func appendInterpolation(
            _ value: some CustomStringConvertible, _ style: Style? = nil
        ) {
            text.append(value.description, style)
        }
    }
}

extension DefaultStringInterpolation {
    @available(*, unavailable, message: "only a StyledText takes it: its style would be lost")
    mutating func appendInterpolation(_ text: StyledText) {}

    @available(
        *, unavailable, message: "only a StyledText takes it: the reader's zone is not known"
    )
    mutating func appendInterpolation(_ moment: Moment) {}
}

extension StyledText {
    /// The same for a screen that is drawn as a whole; its moments must be in words.
    var cells: [ScreenCell] {
        characters.map {
            ScreenCell($0.character, columns: $0.columns, $0.style?.onScreen ?? .plain)
        }
    }

    /// The characters, each with its style and the columns that it takes.
    private var characters: [(character: Character, style: Style?, columns: Int)] {
        texts.flatMap { run in
            run.text.map { ($0, run.style, DisplayWidth.columns(of: $0)) }
        }
    }

    /// The same in at most so many columns, at least 1; what is cut ends with `…`.
    func cut(to columns: Int) -> StyledText {
        guard self.columns > columns else { return self }
        var kept: [(character: Character, style: Style?, columns: Int)] = []
        var used = 0
        for next in characters {
            guard used + next.columns < columns else { break }
            kept.append(next)
            used += next.columns
        }
        while kept.last?.character == " " { kept.removeLast() }
        return Self.joined(kept[...]) + StyledText("…", kept.last?.style)
    }

    /// The same in lines of at most so many columns, at least 2, broken at blanks, or where there are
    /// none anywhere.
    func wrapped(to columns: Int) -> [StyledText] {
        guard self.columns > columns else { return [self] }
        var rest = characters[...]
        var lines: [StyledText] = []
        while !rest.isEmpty {
            let end = Self.lineEnd(of: rest, columns)
            var line = rest[..<end]
            while line.last?.character == " " { line.removeLast() }
            lines.append(Self.joined(line))
            rest = rest[end...].drop { $0.character == " " }
        }
        return lines
    }

    /// The place at which a line of so many columns ends.
    private static func lineEnd(
        of characters: ArraySlice<(character: Character, style: Style?, columns: Int)>,
        _ columns: Int
    ) -> Int {
        var used = 0
        var blank: Int?
        for place in characters.indices {
            let next = characters[place]
            if next.character == " ", !isInPair(characters, place) { blank = place }
            guard used + next.columns <= columns else {
                return max(blank ?? place, characters.startIndex + 1)
            }
            used += next.columns
        }
        return characters.endIndex
    }

    /// Whether a blank stands between two figures that belong together, as in `12 3h30m`.
    private static func isInPair(
        _ characters: ArraySlice<(character: Character, style: Style?, columns: Int)>, _ place: Int
    ) -> Bool {
        guard place > characters.startIndex, place + 1 < characters.endIndex else { return false }
        return characters[place - 1].character.isNumber
            && characters[place + 1].character.isNumber
    }

    private static func joined(
        _ characters: ArraySlice<(character: Character, style: Style?, columns: Int)>
    ) -> StyledText {
        var result = StyledText("")
        var pending = ""
        for (place, next) in zip(characters.indices, characters) {
            pending.append(next.character)
            let following = place + 1 < characters.endIndex ? characters[place + 1].style : nil
            if place + 1 == characters.endIndex || following != next.style {
                result.append(pending, next.style)
                pending = ""
            }
        }
        return result
    }
}
