import Foundation
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

    @Test("once the desk is back it is stale until a reading has come that was asked for since")
    func backAndUnread() {
        let watches = Mutex(0)
        let isHeld = Mutex(false)
        let desk = FakeDesk { line, _ in
            if line.contains("events.watch") {
                let count = watches.withLock { count in
                    count += 1
                    return count
                }
                let begun = #"{"jsonrpc":"2.0","id":1,"seq":7,"result":{"since":7}}"#
                if count == 1 { return .linesThenClose([begun]) }
                isHeld.withLock { $0 = true }
                return .lines([begun])
            }
            var waits = 4000
            while line.contains("desk.status"), isHeld.withLock({ $0 }), waits > 0 {
                usleep(1000)
                waits -= 1
            }
            return LiveDesk.answer(line) ?? .close
        }
        let screen = FakeScreen([
            .until("live  2026-11-23"), .until("the desk is away"),
            .until("the desk is back and is being read"), .keep,
            .act { isHeld.withLock { $0 = false } }, .until("live  2026-11-23"),
        ])
        let run = LiveDesk.run(screen, desk)
        #expect(screen.missed == nil && run.code == 0, "\(screen.shown)")
        #expect(screen.kept.first?.hasPrefix("STALE since ") ?? false, "\(screen.kept)")
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
        #expect(screen.missed == nil, "\(screen.shown)")
        let cells = screen.picture.lines.dropFirst().flatMap(\.cells).filter { $0.character != " " }
        #expect(cells.count > 100)
        let bright = cells.filter { $0.style != .faint }.map(\.character)
        #expect(bright.isEmpty, "\(String(bright))")
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
