import SupportCommands
import SupportTerminal
import Synchronization
import Testing

/// What keys do on the live screen, and what becomes of it.
struct LiveKeyTests {
    /// A desk that answers changes as the test says.
    private static func desk(
        person: String = LiveDesk.person(),
        _ change: @escaping @Sendable (String) -> FakeDesk.Act = { _ in .result(Samples.ticket) }
    ) -> FakeDesk {
        FakeDesk { line, _ in LiveDesk.answer(line, person: person) ?? change(line) }
    }

    /// The changes among the lines that the desk got.
    private static func changes(_ sent: [String]) -> [String] {
        sent.filter { $0.contains("ticket.assign") || $0.contains("ticket.note") }
    }

    @Test("t takes what is chosen, with a key and the version that was seen")
    func take() throws {
        let screen = FakeScreen([
            .key(.down), .type("t"), .until("assigned to olena"), .type("t"),
            .until("assigned to olena"), .key(.end), .type("t"), .until("assigned to olena"),
        ])
        let run = LiveDesk.run(screen, Self.desk())
        #expect(screen.missed == nil && run.code == 0, "\(screen.shown)")
        let changes = Self.changes(run.sent)
        #expect(changes.count == 3)
        #expect(
            changes[0].contains(
                #""method":"ticket.assign","params":{"ticket":1103,"to":"me","#
                    + #""idempotency_key":"live-"#))
        #expect(changes.allSatisfy { $0.contains(#""if_version":50"#) })
        #expect(changes[2].contains(#""ticket":39,"#))
        let keys = changes.compactMap { $0.split(separator: "idempotency_key").last?.prefix(40) }
        #expect(Set(keys).count == 3, "each change has a key of its own")
    }

    @Test("what somebody else has is taken only when the key comes twice")
    func takeFromAnother() {
        let doubt = "ticket 12 is olena's: t again takes it"
        let screen = FakeScreen([
            .type("t"), .until(doubt), .key(.down), .key(.up), .type("t"), .until(doubt),
            .keep, .type("t"), .until("assigned to olena"),
        ])
        let run = LiveDesk.run(screen, Self.desk())
        #expect(screen.missed == nil, "\(screen.shown)")
        #expect(Self.changes(run.sent).count == 1)
    }

    @Test("a conflict shows what the others did, in supportc's words, and keeps a note")
    func conflict() {
        let refused =
            #"{"code":4,"message":"ticket 1103 has changed since version 50","#
            + #""data":{"error":"version-conflict","hint":"read it again"}}"#
        let log =
            #"{"records":[{"seq":51,"at":"2026-11-23T18:40:30.000Z","by":"bob:1001","#
            + #""staff":"emil","events":[{"type":"ticket.assigned","#
            + #""summary":"ticket 1103 assigned to emil","event":{}}]}]}"#
        let desk = Self.desk { line in
            line.contains("log.list") ? .result(log) : .error(refused)
        }
        let screen = FakeScreen([
            .key(.down), .type("t"), .until("emil: ticket 1103 assigned to emil"), .keep,
            .type("nhello"), .key(.enter), .until("n on ticket 1103 opens it again"),
            .type("n"), .until("note on ticket 1103: hello"), .keep,
            .key(.escape), .until("no note was written"), .type("n"), .keep, .key(.escape),
        ])
        let run = LiveDesk.run(screen, desk)
        #expect(screen.missed == nil, "\(screen.shown)")
        #expect(
            screen.kept.first?.contains(
                """
                ticket 1103 has changed since version 50
                  -> read it again
                since version 50 of ticket 1103:
                  51  2026-11-23 18:40Z  emil: ticket 1103 assigned to emil
                """) ?? false, "\(screen.kept)")
        #expect(screen.kept.last?.hasSuffix("note on ticket 1103:\n") ?? false, "it was given up")
        #expect(run.sent.contains { $0.contains(#""params":{"since":50,"ticket":1103"#) })
    }

    @Test("a note of which nobody knows whether it was written is sent again as the same request")
    func unknown() {
        let times = Mutex(0)
        let desk = Self.desk { _ in
            let count = times.withLock { count in
                count += 1
                return count
            }
            // What is no answer to it is no refusal either.
            return .result(count == 1 ? "{}" : Samples.ticket)
        }
        let screen = FakeScreen([
            .key(.down), .type("nhello"), .key(.enter),
            .until("it is not known whether the note on ticket 1103 was written"),
            .type("n"), .until("note on ticket 1103: hello"), .key(.enter),
            .until("note written on ticket"), .type("n"), .keep, .key(.escape),
        ])
        let run = LiveDesk.run(screen, desk)
        #expect(screen.missed == nil && run.code == 0, "\(screen.shown)")
        let changes = Self.changes(run.sent)
        #expect(changes.count == 2)
        #expect(
            Set(changes.compactMap { $0.split(separator: "params").last }).count == 1,
            "\(changes)")
        #expect(screen.kept.last?.hasSuffix("note on ticket 1103:\n") ?? false, "nothing is left")
    }

    @Test("where the chosen ticket left, t says first which other it would take")
    func gone() {
        let isLess = Mutex(false)
        let desk = FakeDesk { line, _ in
            let less = isLess.withLock { $0 }
            let queue = Array(LiveDesk.queue.dropFirst(less ? 1 : 0))
            return LiveDesk.answer(line, queue: queue) ?? .result(Samples.ticket)
        }
        let screen = FakeScreen([
            .until("Checkout fails"), .act { isLess.withLock { $0 = true } }, .type("r"),
            .until(">   1103"), .type("t"), .until("ticket 12 is gone from the list; this is 1103"),
            .type("t"), .until("assigned to olena"),
        ])
        let run = LiveDesk.run(screen, desk)
        #expect(screen.missed == nil && run.code == 0, "\(screen.shown)")
        let changes = Self.changes(run.sent)
        #expect(changes.count == 1)
        #expect(changes.first?.contains(#""ticket":1103,"#) ?? false, "\(changes)")
    }

    @Test("what is not on the screen is not changed")
    func unseen() {
        let screen = FakeScreen([
            .key(.down), .type("?t"), .until("there is no ticket here"), .type("n"),
            .until("there is no ticket here"), .key(.escape),
            .resize(ScreenSize(rows: 3, columns: 80)), .type("t"), .key(.other),
            .until("there is no ticket here"),
        ])
        let run = LiveDesk.run(screen, Self.desk())
        #expect(screen.missed == nil && run.code == 0, "\(screen.shown)")
        #expect(Self.changes(run.sent).isEmpty)
    }

    @Test("n writes a note, with letters of any script; Esc gives it up")
    func note() {
        let screen = FakeScreen([
            .key(.down), .type("nGr\u{F6}\u{DF}e 日本x"), .key(.backspace), .key(.home),
            .type("e\u{301} "), .keep, .key(.enter), .until("note written on ticket"),
            .type("nlost"), .key(.escape), .until("no note was written"), .type("n  "),
            .key(.enter), .until("no note was written"), .type("nqt?/"), .keep,
            .key(.controlU), .key(.escape),
        ])
        let run = LiveDesk.run(screen, Self.desk())
        #expect(screen.missed == nil && run.code == 0, "\(screen.shown)")
        let changes = Self.changes(run.sent)
        #expect(changes.count == 1)
        #expect(
            changes.first?.contains(#""params":{"ticket":1103,"text":"e\#u{301} Größe 日本","#)
                ?? false, "\(changes)")
        #expect(screen.kept.last?.contains("note on ticket 1103: qt?/\n") ?? false)
    }

    @Test("what is pasted goes into a note, its lines on one, and is no row of commands elsewhere")
    func pasted() {
        let text = "tq n".unicodeScalars.map { FakeScreen.Step.key(.pasted($0)) }
        let screen = FakeScreen(
            [.key(.down)] + text + [.type("n")] + text + [.keep, .key(.escape), .keep])
        let run = LiveDesk.run(screen, Self.desk())
        #expect(Self.changes(run.sent).isEmpty)
        #expect(screen.kept.first?.contains("note on ticket 1103: tq n\n") ?? false)
        #expect(screen.kept.count == 2)
    }

    @Test("a viewer has no keys that change, and is told so")
    func viewer() {
        let screen = FakeScreen([
            .keep, .type("t"), .until("alice may not take tickets"), .type("n"),
            .until("alice may not take tickets"), .type("hello"), .key(.enter),
        ])
        let run = LiveDesk.run(screen, Self.desk(person: LiveDesk.person(#""read""#)))
        #expect(screen.missed == nil && run.code == 0, "\(screen.shown)")
        #expect(screen.kept.first?.contains("Enter open  / filter\n") ?? false)
        #expect(Self.changes(run.sent).isEmpty)
    }

    @Test("the queue is filtered as one writes; the keys act on what is seen")
    func filter() {
        let screen = FakeScreen([
            .type("/number 2"), .keep, .key(.enter), .key(.end), .type("t"),
            .until("assigned to olena"), .type("/"), .key(.escape), .keep,
            .type("/nothing has this"),
            .keep, .key(.enter), .type("t"), .until("there is no ticket here"),
        ])
        let run = LiveDesk.run(screen, Self.desk())
        #expect(screen.missed == nil, "\(screen.shown)")
        #expect(screen.kept[0].contains("only with `number 2`"))
        #expect(!screen.kept[0].contains("Checkout fails"))
        #expect(Self.changes(run.sent).first?.contains(#""ticket":29,"#) ?? false)
        #expect(screen.kept[1].contains("queue, 4 to 14 of 24") && !screen.kept[1].contains("only"))
        #expect(screen.kept[2].contains("no ticket has `nothing has this`"))
    }

    @Test("q, Ctrl-C, Ctrl-L and Ctrl-Z end, draw anew and stop; the rest does nothing")
    func theScreenItself() {
        for end in [ScreenKey.character("q"), .controlC] {
            let screen = FakeScreen([
                .key(.controlL), .key(.controlZ), .key(.other), .type("xyz"), .key(.delete),
                .key(end), .keep,
            ])
            let run = LiveDesk.run(screen, Self.desk())
            #expect(run.code == 0 && run.errors.isEmpty)
            #expect(screen.kept.isEmpty, "it ended before")
            #expect(screen.redraws == 1 && screen.stops == 1)
            #expect(screen.isClosed)
        }
    }

    @Test("a change whose answer is lost is asked again with the same key, and done once")
    func again() {
        let times = Mutex(0)
        let desk = Self.desk { _ in
            let count = times.withLock { count in
                count += 1
                return count
            }
            return count == 1 ? .close : .result(Samples.ticket)
        }
        let screen = FakeScreen([.key(.down), .type("t"), .until("assigned to olena")])
        let run = LiveDesk.run(screen, desk)
        #expect(screen.missed == nil, "\(screen.shown)")
        let changes = Self.changes(run.sent)
        #expect(changes.count == 2)
        #expect(
            Set(changes.compactMap { $0.split(separator: "params").last }).count == 1,
            "\(changes)")
    }

    @Test("q waits for the answer to a change that is on its way")
    func quitWhileChanging() {
        let screen = FakeScreen([.key(.down), .type("t"), .type("q"), .until("assigned to olena")])
        let run = LiveDesk.run(screen, Self.desk())
        #expect(run.code == 0)
        #expect(screen.missed == nil)
        let silent = LiveDesk.run(
            FakeScreen([.key(.down), .type("tq"), .until("never")]), Self.desk { _ in .silence })
        #expect(silent.code == 6)
        #expect(silent.errors.contains("it is not known whether it was done"))
    }

    @Test("a refusal that comes after q is an error, and the note is given back")
    func refusedWhileQuitting() {
        let refused =
            #"{"code":4,"message":"ticket 1103 is closed","data":{"error":"ticket-closed"}}"#
        let run = LiveDesk.run(
            FakeScreen([.key(.down), .type("nhello"), .key(.enter), .type("q"), .until("never")]),
            Self.desk { _ in .error(refused) })
        #expect(run.code == 4)
        #expect(run.errors == "note on ticket 1103: hello\nsupportc: ticket 1103 is closed\n")
    }
}
