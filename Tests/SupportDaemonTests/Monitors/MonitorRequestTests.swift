import SupportWire
import Testing

/// What is answered about monitors.
struct MonitorRequestTests {
    @Test("without a worker nothing is probed, and a check says so")
    func withoutAWorker() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let check = #"{"type":"tcp","host":"h","port":22}"#
        let added = try await desk.ask(
            "monitor.add", #"{"monitor":"m","client":"acme","check":\#(check)}"#)
        #expect(added.error?.message == nil)
        let refused = try await desk.ask("monitor.check", #"{"monitor":"m"}"#)
        #expect(refused.error?.code == .refused && refused.error?.data.error == "no-worker")
        #expect(
            refused.error?.message == "nothing can be probed now: no worker is connected")
        await desk.ledger.note(noWorkerBecause: "its program could not be started: gone")
        let status = try await desk.ask("desk.status").result
        #expect(
            status?[member: "worker"]?[member: "note"]?.string
                == "its program could not be started: gone")
        let told = try await desk.ask("monitor.check", #"{"monitor":"m"}"#)
        #expect(told.error?.message.hasSuffix(": its program could not be started: gone") ?? false)
    }
}
