import Foundation
import SupportCommands
import SupportTerminal
import Synchronization

/// A screen on which a script presses keys and sees what is drawn.
///
/// Unchecked, as a script's steps hold closures of its test: other threads call `wake` alone, which has
/// a lock, and all the rest is the thread's that runs the view.
class FakeScreen: FullScreen, @unchecked Sendable {
    /// What the script does next.
    enum Step {
        case key(ScreenKey)
        /// The keys of a text.
        case type(String)
        /// Waits until the picture has a text, at most ten seconds.
        case until(String)
        /// Keeps the picture.
        case keep
        case resize(ScreenSize)
        /// Lets so much time pass.
        case pause(Duration)
        case act(() -> Void)
    }

    var size: ScreenSize
    private var steps: ArraySlice<Step>
    private let wakes = Mutex(0)
    /// The last picture, its lines without blanks at their ends.
    private(set) var shown = ""
    private(set) var picture = ScreenPicture([])
    /// The pictures that were kept.
    private(set) var kept: [String] = []
    /// The text that was waited for in vain.
    private(set) var missed: String?
    private(set) var stops = 0
    private(set) var redraws = 0
    private(set) var isClosed = false

    init(columns: Int = 80, rows: Int = 24, _ steps: [Step]) {
        size = ScreenSize(rows: rows, columns: columns)
        self.steps =
            steps.flatMap { step -> [Step] in
                guard case .type(let text) = step else { return [step] }
                return text.unicodeScalars.map { .key(.character($0)) }
            }[...]
    }

    var wake: @Sendable () -> Void {
        { [self] in wakes.withLock { $0 += 1 } }
    }

    func draw(_ picture: ScreenPicture) {
        self.picture = picture
        shown = picture.lines.map { line in
            var text = String(line.cells.map(\.character))
            while text.last == " " { text.removeLast() }
            return text + "\n"
        }.joined()
    }

    var hasNext: Bool { false }

    func redraw() { redraws += 1 }

    func stop() { stops += 1 }

    func close() { isClosed = true }

    private var waited = Duration.zero

    func next(atMost time: Duration) -> ScreenEvent {
        var left = time
        while let step = steps.first {
            if let event = take(step) { return event }
            guard let text = awaited else { continue }
            let isWoken = wakes.withLock { count in
                defer { count = 0 }
                return count > 0
            }
            if isWoken { return .woken }
            if waited > .seconds(10) {
                missed = text
                return .gone
            }
            if left <= .zero { return .timePassed }
            usleep(1000)
            (left, waited) = (left - .milliseconds(1), waited + .milliseconds(1))
        }
        return .gone
    }

    /// What the script waits for; nil where it goes on.
    private var awaited: String? {
        switch steps.first {
        case .until(let text)? where !shown.contains(text): text
        case .pause(let time)?: "\(time)"
        default: nil
        }
    }

    /// Does a step; nil where the script goes on with the next, or waits.
    private func take(_ step: Step) -> ScreenEvent? {
        if case .until(let text) = step {
            if shown.contains(text) {
                steps.removeFirst()
                waited = .zero
            }
            return nil
        }
        if case .pause(let time) = step {
            if waited >= time {
                steps.removeFirst()
                waited = .zero
            }
            return nil
        }
        steps.removeFirst()
        switch step {
        case .key(let key): return .key(key)
        case .resize(let size):
            self.size = size
            return .changed
        case .keep: kept.append(shown)
        case .act(let act): act()
        case .type, .until, .pause: break
        }
        return nil
    }
}
