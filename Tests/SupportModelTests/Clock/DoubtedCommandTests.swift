import SupportModel
import SupportTestKit
import Testing

/// While the clock is in doubt no day is taken from it: nothing is done to a contract or its hours.
struct DoubtedCommandTests {
    @Test func everyChangeOfAContractWaitsForTheOperator() throws {
        let (since, ahead): (Instant, Instant) = ("2026-10-05T09:00:00Z", "2026-12-24T09:00:00Z")
        let doubt = ClockDoubt(cause: .setForward, since: since, jumpedTo: ahead)
        var desk = try DeskFixture.starter(at: since, from: "2026-10-01")
        try desk.book("1h")
        try desk.perform(DoubtClock(doubt), by: .desk)
        try desk.advance(to: ahead)
        let one = ContractReference.number(1)
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        let commands: [any Command] = [
            ChangeContract(contract: one, extra: .ask),
            SuspendContract(contract: one, reason: "no shop"), ResumeContract(contract: one),
            TerminateContract(contract: one, reason: "it closes"),
            RenewContract(contract: one),
            GroupHours(contract: one, cycles: [0, 1], agreement: agreed),
            UngroupHours(contract: one), AddTime(ticket: 1, worked: "1h"),
            StartTimer(ticket: 1),
            VoidTime(entry: 1, reason: "by mistake"),
        ]
        for command in commands {
            #expect(
                refusal(command, on: desk) == .clockInDoubt(doubt, now: ahead), "\(command)")
        }
    }
}
