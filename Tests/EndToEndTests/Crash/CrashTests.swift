import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// The desk is killed at random moments while it is written to: what it acknowledged is there
/// afterwards, once, and what it did not acknowledge can be sent again.
struct CrashTests {
    @Test("kill -9 under writers loses nothing and repeats nothing", arguments: [1, 4, 50])
    func killed(writers: Int) throws {
        let desk = try RunningDesk(
            .init(configuration: "log_level = \"warning\"\n[journal]\nsegment_bytes = 1048576\n"))
        try desk.client().sign()
        var ledger = CrashLedger()
        var random = SeededRandom(seed: CrashPlan.seed &+ UInt64(writers))
        for round in 1...max(1, CrashPlan.rounds / 3) {
            let place: Comment = "round \(round), SUPPORTD_CRASH_SEED=\(CrashPlan.seed)"
            let crowd = try (1...writers).map {
                try CrashWriter(
                    "w\(writers)-r\(round)-\($0)", socket: desk.socket, seed: random.next())
            }
            usleep(UInt32(random.next() % 60_000))
            desk.kill()
            let sent = crowd.map { $0.join() }
            #expect(crowd.flatMap(\.refused).isEmpty, place)
            try desk.start()
            let client = try desk.client()
            try ledger.read(client)
            #expect(ledger.last == client.hello.params?.at("seq")?.int, place)
            check(sent, ledger, place)
            for changes in sent { try repeatLast(changes, client, place) }
            try ledger.read(client)
            for change in sent.compactMap(\.last) { #expect(ledger.count(change.mark) == 1, place) }
            #expect(ledger.faults.isEmpty, place)
        }
        let verified = try desk.client().result("desk.verify")
        #expect(verified.at("records")?.int == ledger.last)
    }

    private func check(_ sent: [[CrashWriter.Change]], _ ledger: CrashLedger, _ place: Comment) {
        for changes in sent {
            for change in changes.dropLast() {
                #expect(ledger.count(change.mark) == 1, "\(change.mark), \(place)")
            }
            guard let last = changes.last else { continue }
            let least = last.answer == nil ? 0 : 1
            #expect((least...1).contains(ledger.count(last.mark)), "\(last.mark), \(place)")
        }
    }

    /// Sends a writer's last change again: it has its one effect, and its answer if there was one.
    private func repeatLast(
        _ changes: [CrashWriter.Change], _ client: WireClient, _ place: Comment
    ) throws {
        guard let last = changes.last else { return }
        let reply = try client.call(last.method, last.params)
        #expect(reply.result != nil, "\(reply.text), \(place)")
        if let answer = last.answer { #expect(reply.resultText == answer, place) }
    }
}
