import SupportModel
import SupportTestKit
import Testing

/// What a new term takes over where nothing else is said (R5).
struct RenewalTests {
    private let first = ContractReference.number(1)

    private func desk(
        _ package: Name<PackageOffer> = "starter", months: Int = 1, hours: Minutes? = nil,
        renewal: RenewalPolicy? = nil
    ) throws -> DeskFixture {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.perform(
            SignContract(
                client: "acme", package: package, from: "2026-10-01", months: months,
                manager: "mara", hours: hours, renewal: renewal))
        return desk
    }

    @Test func aTermIsAsLongAsTheLastOne() throws {
        var desk = try desk()
        try desk.perform(RenewContract(contract: first, months: 3))
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.perform(RenewContract(contract: first))
        #expect(desk.state.contracts[1]?.months == 7)
        #expect(desk.state.contracts[1]?.end == "2027-05-01")
    }

    @Test func itTakesThePackageThatIsPlanned() throws {
        var desk = try desk("standard", months: 3)
        try desk.perform(ChangeContract(contract: first, package: "starter"))
        try desk.perform(RenewContract(contract: first))
        let planned = try #require(desk.state.contracts[1]?.planned)
        #expect(
            planned.map { "\($0.terms.title) from cycle \($0.cycle + 1)" }
                == ["Starter from cycle 2", "Starter from cycle 4"])
    }

    @Test func itKeepsTheHoursThatWereAgreed() throws {
        for (hours, kept) in [(nil, "30h"), ("20h", "20h")] as [(Minutes?, Minutes)] {
            var desk = try desk("flexible", hours: "30h")
            try desk.perform(RenewContract(contract: first, hours: hours))
            #expect(desk.state.contracts[1]?.planned?.map(\.terms.included) == [kept])
        }
    }

    @Test func whatWasTerminatedInItsLastCycleDoesNotRenewItself() throws {
        var desk = try desk(renewal: .auto)
        try desk.perform(
            TerminateContract(contract: first, lastDay: "2026-10-20", reason: "it closes"))
        try desk.advance(to: "2026-12-01T09:00:00Z")
        #expect(desk.state.contracts[1]?.months == 1)
        #expect(desk.closed().count == 1)
    }

    @Test func ofSeveralThatHaveEndedOneIsNamed() throws {
        var desk = try desk()
        try desk.sign("starter", from: "2026-10-01", months: 1)
        try desk.advance(to: "2026-11-05T09:00:00Z")
        let renew = RenewContract(contract: .client("acme"))
        #expect(
            refusal(renew, on: desk) == .contractAmbiguous("acme", active: [], inactive: [1, 2]))
    }
}
