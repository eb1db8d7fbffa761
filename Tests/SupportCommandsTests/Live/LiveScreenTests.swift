import Foundation
import SupportCommands
import SupportTerminal
import Testing

/// What `status --live` shows, to the character, in windows of every size.
struct LiveScreenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Golden/live")

    /// The whole screen, the ticket that is opened, and the help.
    @Test(
        "the screen is as its golden file has it",
        arguments: [(80, 24), (40, 10), (200, 60), (120, 16), (20, 5)])
    func golden(columns: Int, rows: Int) throws {
        let screen = FakeScreen(
            columns: columns, rows: rows,
            [
                .keep, .key(.down), .keep, .key(.enter), .until("ticket 12:"), .keep,
                .key(.pageDown),
                .keep, .key(.escape), .type("?"), .keep, .key(.character("q")),
                .type("/zoo"), .keep,
            ])
        let run = LiveDesk.run(screen, FakeDesk { line, _ in LiveDesk.answer(line) ?? .close })
        #expect(screen.missed == nil, "\(screen.shown)")
        #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(screen.isClosed)
        let titles = ["the queue", "one down", "a ticket", "a page down", "help", "a filter"]
        #expect(screen.kept.count == titles.count)
        let text = zip(titles, screen.kept).map { "-- \($0)\n\($1)" }.joined()
        let file = Self.folder.appending(path: "\(columns)x\(rows).txt")
        if ProcessInfo.processInfo.environment["SUPPORTD_WRITE_GOLDEN"] != nil {
            try Data(text.utf8).write(to: file)
        }
        #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }

    @Test("no window is too small, and no line passes its edge")
    func everySize() {
        let sizes = [(1, 1), (2, 1), (1, 2), (3, 3), (5, 2), (10, 4), (33, 6), (79, 7), (500, 3)]
        var steps: [FakeScreen.Step] = []
        for (columns, rows) in sizes {
            steps += [.resize(ScreenSize(rows: rows, columns: columns)), .key(.pageDown)]
            steps += [.key(.enter), .key(.end), .key(.escape), .type("?"), .key(.end)]
            steps += [.key(.escape), .type("nä日"), .key(.left), .key(.escape)]
        }
        let screen = CheckingScreen(steps)
        let run = LiveDesk.run(screen, FakeDesk { line, _ in LiveDesk.answer(line) ?? .close })
        #expect(run.code == 0)
        #expect(screen.pictures > sizes.count * 10)
        #expect(screen.faults == [])
    }

    @Test("what a client wrote moves no cursor and colours nothing")
    func hostile() {
        let screen = FakeScreen([.key(.enter), .until("cart"), .keep])
        _ = LiveDesk.run(screen, FakeDesk { line, _ in LiveDesk.answer(line) ?? .close })
        let all = screen.kept.joined() + screen.shown
        let controls = all.unicodeScalars.filter { $0.value < 32 && $0 != "\n" || $0 == "\u{202E}" }
        #expect(controls.isEmpty)
        #expect(all.contains(#"\u{1b}]0;x\u{7} 500"#))
    }

    @Test("a chosen line is shown in reverse, and styles are the house's")
    func styles() throws {
        let screen = FakeScreen([.key(.down)])
        _ = LiveDesk.run(
            screen, FakeDesk { line, _ in LiveDesk.answer(line) ?? .close }, coloured: true)
        let lines = screen.picture.lines
        #expect(lines.filter(\.isReversed).count == 1)
        #expect(lines.first { $0.isReversed }?.cells.first?.character == ">")
        let styles = Set(lines.flatMap { $0.cells.map(\.style) })
        #expect(styles == [.plain, .strong, .faint, .good, .warning, .bad])
    }

    @Test(
        "without a terminal for it, it says so and asks nothing",
        arguments: [
            (false, true, "xterm", "--live needs a terminal for its screen and its keys; "),
            (true, false, "xterm", "--live needs a terminal for its screen and its keys; "),
            (true, true, "dumb", "--live needs a terminal whose cursor can be moved, and TERM"),
            (true, true, "", "--live needs a terminal whose cursor can be moved, and TERM says"),
        ])
    func refused(output: Bool, input: Bool, term: String, words: String) {
        let run = Run(["status", "--live"], desk: FakeDesk()) {
            ($0.outputIsTerminal, $0.inputIsTerminal) = (output, input)
            $0.environment["TERM"] = term
        }
        #expect(run.code == 2 && run.sent.isEmpty)
        #expect(run.said.hasPrefix("supportc: \(words)"), "\(run.said)")
        #expect(run.said.contains("`supportc status` prints once"))
    }

    @Test("a desk that is not there, or refuses, is an error as of any command")
    func noDesk() {
        let screen = FakeScreen([])
        let run = LiveDesk.run(
            screen,
            FakeDesk { _, _ in
                .error(#"{"code":7,"message":"you may not","data":{"error":"not-permitted"}}"#)
            })
        #expect(run.code == 7 && run.errors == "supportc: you may not\n")
        #expect(screen.picture.lines.isEmpty, "the screen was not taken over")
    }
}

/// A screen that holds each picture against its window; unchecked as the class that it is made of, and
/// used by the same thread.
final class CheckingScreen: FakeScreen, @unchecked Sendable {
    private(set) var pictures = 0
    private(set) var faults: [String] = []

    init(_ steps: [Step]) { super.init(columns: 80, rows: 24, steps) }

    override func draw(_ picture: ScreenPicture) {
        super.draw(picture)
        pictures += 1
        if picture.lines.count > size.rows { faults.append("rows at \(size)") }
        for line in picture.lines where line.cells.reduce(0, { $0 + $1.columns }) > size.columns {
            faults.append("\(String(line.cells.map(\.character))) at \(size)")
        }
        if let cursor = picture.cursor, cursor.row >= size.rows || cursor.column >= size.columns {
            faults.append("cursor \(cursor) at \(size)")
        }
    }
}
