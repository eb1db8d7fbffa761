import SupportClient
import SupportModel

/// For whom a page is drawn: with which colours, how wide, in which zone, at what time.
struct Screen: Sendable {
    /// Whether there are colours.
    private(set) var palette: Palette
    /// The window that a page fits; nil where no person sees it at once, as in a pipe.
    var window: Window?
    /// The zone in which the person reads times.
    let zone: ReaderZone
    /// What time it is at the desk; nil where that is not known.
    var now: Instant?

    /// The screen of standard output. The zone of the environment holds before that of the settings.
    init(_ console: any Console, _ settings: Settings = Settings()) {
        palette = Palette(console)
        window = Self.window(console)
        let isSaid = console.variable(ReaderZone.variable) != nil
        zone = console.zone(named: isSaid ? nil : settings.zone?.text)
    }

    /// The same for a file: without colours, and as wide as it takes.
    var ofFile: Screen {
        var screen = self
        (screen.palette, screen.window) = (.plain, nil)
        return screen
    }

    /// A moment in words: `2026-11-23 19:32 CET (2 h ago)`.
    ///
    /// Without the desk's time nothing is said of how long ago it is, and where only that is wanted
    /// the moment itself stands there.
    func words(_ moment: Moment) -> String {
        let at = moment.instant
        func text(_ isSecond: Bool) -> String { zone.text(at, seconds: isSecond) }
        let distance = now.map { DurationText.distance(of: at, from: $0) }
        switch moment.form {
        case .minute: return text(false)
        case .second: return text(true)
        case .distance: return distance ?? text(false)
        case .minuteAndDistance: return text(false) + (distance.map { " (\($0))" } ?? "")
        case .secondAndDistance: return text(true) + (distance.map { " (\($0))" } ?? "")
        }
    }

    /// The most columns and lines that a window is said to have.
    private static let sideMax = 10_000

    /// The window as `COLUMNS` and `LINES` say, else as the kernel does, else 80 by 24; nil where
    /// standard output is no terminal.
    private static func window(_ console: any Console) -> Window? {
        guard console.outputIsTerminal else { return nil }
        func said(_ name: String) -> Int? {
            console.variable(name).flatMap { Int($0) }.flatMap { $0 > 0 ? min($0, sideMax) : nil }
        }
        let known = console.outputWindow
        return Window(
            columns: said("COLUMNS") ?? known?.columns ?? 80,
            rows: said("LINES") ?? known?.rows ?? 24)
    }
}

/// A point in time and how a person is to read it.
struct Moment: Hashable, Sendable {
    /// The point in time.
    let instant: Instant
    /// How it is put into words.
    let form: Form

    /// How a point in time is put into words.
    enum Form: Sendable {
        /// `2026-11-23 19:32 CET`.
        case minute
        /// `2026-11-23 19:32:54 CET`.
        case second
        /// `2 h ago`, `in 3 d`.
        case distance
        /// `2026-11-23 19:32 CET (2 h ago)`.
        case minuteAndDistance
        /// `2026-11-23 19:32:54 CET (2 h ago)`.
        case secondAndDistance
    }
}
