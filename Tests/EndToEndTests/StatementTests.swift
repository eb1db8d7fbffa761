import SupportJSON
import SupportSystem
import SupportTestKit
import Testing

/// Statements of the real daemon, as the real `supportc` prints them.
struct StatementTests {
    private func supportc(
        _ desk: RunningDesk, _ arguments: String...
    ) throws -> (end: ProcessEnd, output: String) {
        try RunningProgram.run(
            RunningPlace.program("supportc"), ["--socket", desk.socket] + arguments)
    }

    private func everyFormat(_ desk: RunningDesk, _ cycle: String) throws -> [String] {
        try ["table", "json", "csv", "html"].map { format in
            let run = try supportc(
                desk, "statement", "1", "--cycle", cycle, "--format", format)
            #expect(run.end == .exited(status: 0), "\(run.output)")
            return run.output
        }
    }

    @Test("a closed cycle's statement is the same to the byte after a restart and after changes")
    func sameForEver() throws {
        let desk = try RunningDesk()
        var client = try desk.signedClient(booking: 125, thenDays: 31)
        let before = try everyFormat(desk, "2026-01")
        #expect(before.allSatisfy { $0.contains("Acme") && $0.contains("2026-01-05") })
        try desk.restart()
        client = try desk.client()
        #expect(try everyFormat(desk, "2026-01") == before)
        try client.result("client.set", #"{"client":"acme","name":"Another"}"#)
        try client.result("ticket.level", #"{"ticket":1,"level":2}"#)
        _ = try client.book(60)
        try desk.write(
            "[daemon]\nstart_worker = false\n[agreement]\ncurrency = \"USD\"\n",
            to: desk.configurationPath)
        try client.result("desk.snapshot")
        try desk.restart(clock: "2026-05-06T09:00:00Z")
        #expect(try everyFormat(desk, "1") == before)
        #expect(try everyFormat(desk, "2") != before)
    }

    @Test("a cycle that there is not ends with 3 and names those that there are")
    func unknownCycle() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        let run = try supportc(desk, "statement", "acme", "--cycle", "2026-03")
        #expect(run.end == .exited(status: 3))
        #expect(run.output.contains("no cycle of contract 1 begins in 2026-03 so far (R10)"))
        #expect(run.output.contains("its cycles are 1 (from 2026-01-05)"))
        #expect(try supportc(desk, "statement", "9").end == .exited(status: 3))
        #expect(try supportc(desk, "statement", "acme", "--cycle", "x").end == .exited(status: 2))
    }

    @Test("an agreement is dated by the contract's day, which may be another than that of UTC")
    func agreement() throws {
        let desk = try RunningDesk(.init(clock: "2026-01-07T03:30:00Z"))
        let client = try desk.client()
        try client.sign(zone: "America/New_York")
        try client.result(
            "contract.group",
            #"{"contract":"1","cycles":[1,2],"agreed_by":"mia","reason":"the relaunch"}"#)
        let group = try client.result("statement.show", #"{"contract":"1","cycle":"1"}"#).at(
            "group")
        #expect(group?.at("on")?.string == "2026-01-06")
        #expect(group?.at("at")?.string == "2026-01-07T03:30:00.000Z")
        #expect(client.hello.params?.at("now")?.string == "2026-01-07T03:30:00.000Z")
        let run = try supportc(desk, "statement", "acme", "--cycle", "1")
        #expect(run.output.contains("agreed by mia on 2026-01-06: the relaunch\n"), "\(run.output)")
    }

    @Test("verify ends with 1 and names contract, cycle and figures where one cent is off")
    func tampered() throws {
        let texts = try DeskFixture.quietMonth().records.map(StoredJournal.text)
        let cent = Tampering(#""minor_units":12000,"#, #""minor_units":12001,"#)
        let changed = try #require(cent.applied(to: texts, in: "cycle.closed"))
        for (texts, status, words) in [
            (texts, 0, "1 closed cycle computed again: nothing differs"),
            (
                changed, 1,
                "contract 1, cycle 1: the statement's discount: recorded 120.01 EUR, "
                    + "computed 120.00 EUR"
            ),
        ] {
            let place = try RunningPlace()
            let state = "\(place.path)/state"
            try StoredJournal.write(texts, to: state)
            let desk = try RunningDesk(.init(clock: "2026-11-02T09:00:00Z", state: state))
            let run = try supportc(desk, "verify")
            #expect(run.end == .exited(status: Int32(status)), "\(run.output)")
            #expect(run.output.contains(words), "\(run.output)")
        }
    }
}
