import SupportCommands
import SupportTerminal
import Synchronization
import Testing

/// The live screen never shows old figures as fresh ones.
struct LiveFreshnessTests {
    @Test("a desk that goes away makes the screen stale, and one that comes back fresh")
    func awayAndBack() {
        let isAway = Mutex(false)
        let desk = FakeDesk { line, _ in
            isAway.withLock { $0 } ? .close : LiveDesk.answer(line) ?? .close
        }
        let screen = FakeScreen([
            .until("live  2026-11-23 18:41:00Z"),
            .act { isAway.withLock { $0 = true } }, .type("r"),
            .until("STALE since 2026-11-23 18:41:00Z"), .keep,
            .act { isAway.withLock { $0 = false } }, .until("live  2026-11-23"),
        ])
        let run = LiveDesk.run(screen, desk)
        #expect(screen.missed == nil && run.code == 0, "\(screen.shown)")
        #expect(screen.kept.first?.contains("s): the desk is away\n") ?? false)
        #expect(screen.kept.first?.contains("Checkout fails") ?? false, "what was known stays")
    }

    @Test("what is stale is drawn faint")
    func faint() {
        let isAway = Mutex(false)
        let desk = FakeDesk { line, _ in
            isAway.withLock { $0 } ? .close : LiveDesk.answer(line) ?? .close
        }
        let screen = FakeScreen([
            .act { isAway.withLock { $0 = true } }, .type("r"), .until("STALE"),
        ])
        _ = LiveDesk.run(screen, desk, coloured: true)
        let styles = screen.picture.lines.dropFirst().flatMap { $0.cells.map(\.style) }
        #expect(Set(styles) == [.faint] || Set(styles) == [.faint, .plain], "\(Set(styles))")
    }

    @Test("a desk that does not answer is told within seconds, and keys work meanwhile")
    func silent() {
        let isSilent = Mutex(false)
        let desk = FakeDesk { line, _ in
            isSilent.withLock { $0 } ? .silence : LiveDesk.answer(line) ?? .close
        }
        let screen = FakeScreen([
            .act { isSilent.withLock { $0 = true } }, .type("r"),
            .until("the desk does not answer"), .key(.down), .keep,
        ])
        let run = LiveDesk.run(screen, desk)
        #expect(screen.missed == nil && run.code == 0)
        #expect(screen.kept.first?.contains(">   1103") ?? false, "\(screen.kept)")
    }

    @Test("a record makes it read again, many at once only a few times")
    func records() {
        let desk = FakeDesk { line, _ in
            guard line.contains("events.watch") else { return LiveDesk.answer(line) ?? .close }
            let begun = #"{"jsonrpc":"2.0","id":1,"seq":7,"result":{"since":7}}"#
            return .lines(
                [begun]
                    + (8...500).map {
                        #"{"jsonrpc":"2.0","method":"events.record","params":\#(Samples.record($0))}"#
                    })
        }
        let screen = FakeScreen([.pause(.seconds(1))])
        let run = LiveDesk.run(screen, desk)
        #expect(run.code == 0)
        // The first before the screen, one of the records, and at most three a second.
        let reads = run.sent.count { $0.contains("desk.status") }
        #expect((2...6).contains(reads), "\(reads)")
    }
}
