import SupportModel
import SupportTestKit
import Testing

/// Taking a planned termination back.
struct ContractKeepingTests {
    private static let one = ContractReference.number(1)

    private func starter() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    private func keep(_ desk: DeskFixture) -> Refusal? {
        refusal(KeepContract(contract: Self.one), on: desk)
    }

    @Test("as if nobody had ended it")
    func kept() throws {
        var desk = try starter()
        let before = try #require(desk.state.contracts[1])
        try desk.perform(
            TerminateContract(contract: Self.one, lastDay: "2026-10-20", reason: "it closes"))
        #expect(desk.state.contracts[1]?.account.open?.to == "2026-10-21")
        try desk.perform(KeepContract(contract: Self.one), at: "2026-10-20T23:59:59.999Z")
        var after = try #require(desk.state.contracts[1])
        after.version = before.version
        #expect(after == before)
        #expect(desk.state.boundaries.first?.at == "2026-11-01T00:00:00Z")
        try desk.advance(to: "2026-12-05T09:00:00Z")
        #expect(desk.closed().map(\.cycle.to) == ["2026-11-01", "2026-12-01"])
    }

    @Test("a later last day leaves the open cycle as it is, and so does taking it back")
    func laterCycle() throws {
        var desk = try starter()
        try desk.perform(
            TerminateContract(contract: Self.one, lastDay: "2027-01-15", reason: "it closes"))
        try desk.perform(KeepContract(contract: Self.one))
        #expect(desk.state.contracts[1]?.account.open?.to == "2026-11-01")
        #expect(desk.state.contracts[1]?.end == "2027-10-01")
    }

    @Test("a rest that the end cut is as long as it was ordered")
    func rest() throws {
        var desk = try starter()
        try desk.perform(
            SuspendContract(
                contract: Self.one, from: "2026-10-10", until: "2026-11-10", reason: "no shop"))
        let before = desk.state.contracts[1]?.account.open
        try desk.perform(
            TerminateContract(contract: Self.one, lastDay: "2026-10-20", reason: "it closes"))
        try desk.perform(KeepContract(contract: Self.one))
        #expect(desk.state.contracts[1]?.account.open == before)
        #expect(desk.state.contracts[1]?.rests.last?.to == "2026-11-10")
    }

    @Test("without a termination, and after the last day, there is nothing to take back")
    func refused() throws {
        var desk = try starter()
        #expect(keep(desk) == .contractState(1, .term(.notTerminated)))
        try desk.perform(
            TerminateContract(contract: Self.one, lastDay: "2026-10-20", reason: "it closes"))
        try desk.advance(to: "2026-10-21T00:00:00Z")
        #expect(
            keep(desk)
                == .contractState(1, .term(.ended(lastDay: "2026-10-20", isTerminated: true))))
        #expect(
            refusal(KeepContract(contract: .number(9)), on: desk) == .unknown(.contract, "9"))
    }

    @Test("an archived client is taken up again; another is refused")
    func restored() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        #expect(refusal(RestoreClient(client: "acme"), on: desk) == .clientNotArchived("acme"))
        #expect(refusal(RestoreClient(client: "zoo"), on: desk) == .unknown(.client, "zoo"))
        try desk.perform(ArchiveClient(client: "acme"))
        let open = OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true)
        #expect(refusal(open, on: desk) == .clientArchived("acme"))
        try desk.perform(RestoreClient(client: "acme"))
        try desk.perform(open)
        #expect(desk.state.clients["acme"]?.archived == false)
    }
}
