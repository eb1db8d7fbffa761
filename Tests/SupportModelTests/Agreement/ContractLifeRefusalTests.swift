import SupportModel
import SupportTestKit
import Testing

/// What the life of a contract refuses, in words that name the rule and the hint; and what a
/// review of it found.
struct ContractLifeRefusalTests {
    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    private let first = ContractReference.number(1)

    private func state(_ refusal: Refusal?) -> String? {
        guard case .contractState = refusal else { return nil }
        return refusal?.why
    }

    private func why(_ refusal: Refusal?) -> String? {
        switch refusal {
        case .dateOutside, .grouping: refusal?.why
        default: nil
        }
    }

    @Test func aContractRestsOnce() throws {
        var desk = try desk()
        try desk.perform(SuspendContract(contract: first, reason: "no shop"))
        let until = SuspendContract(contract: first, until: "2026-10-20", reason: "again")
        #expect(
            state(refusal(until, on: desk))
                == "is suspended already, from 2026-10-05 on: no shop")
        #expect(
            state(refusal(ChangeContract(contract: first, package: "standard"), on: desk))
                == "is suspended, and an upgrade grants its hours at once")
        try desk.perform(
            ResumeContract(contract: first, on: "2026-10-10"), at: "2026-10-12T09:00:00Z")
        #expect(
            state(refusal(ResumeContract(contract: first, on: "2026-10-11"), on: desk))
                == "is not suspended")
    }

    @Test("what is suspended or active already stays so, and nothing is recorded")
    func alreadySo() throws {
        var desk = try desk()
        func isUnchanged(_ command: some Command) throws -> Bool {
            var copy = desk
            return try copy.perform(command).isEmpty
        }
        #expect(try isUnchanged(ResumeContract(contract: first)))
        try desk.perform(SuspendContract(contract: first, from: "2026-10-06", reason: "no shop"))
        #expect(
            try isUnchanged(
                SuspendContract(contract: first, from: "2026-10-06", reason: "again")))
        try desk.advance(to: "2026-10-07T09:00:00Z")
        #expect(try isUnchanged(SuspendContract(contract: first, reason: "again")))
        let again = try desk.state.decide(
            SuspendContract(contract: first, reason: "again"), in: desk.context())
        #expect(again.made.suspension.from == "2026-10-06")
        #expect(again.made.suspension.reason == "no shop")
        try desk.perform(ResumeContract(contract: first, on: "2026-10-12"))
        #expect(try isUnchanged(ResumeContract(contract: first, on: "2026-10-12")))
        #expect(
            try isUnchanged(
                SuspendContract(contract: first, until: "2026-10-12", reason: "again")))
        #expect(try !isUnchanged(ResumeContract(contract: first, on: "2026-10-13")))
        #expect(try !isUnchanged(ResumeContract(contract: first)), "sooner than it would")
        try desk.advance(to: "2026-10-12T09:00:00Z")
        #expect(try isUnchanged(ResumeContract(contract: first)))
        #expect(try !isUnchanged(SuspendContract(contract: first, reason: "once more")))
    }

    @Test("a contract that has not begun is not active already")
    func notBegun() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("starter", from: "2026-11-01", months: 12)
        #expect(
            state(refusal(ResumeContract(contract: first), on: desk)) == "is not suspended")
    }

    @Test("one that was called off is not renewed, and was not terminated while it ran")
    func calledOff() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("starter", from: "2026-11-01", months: 12)
        try desk.perform(TerminateContract(contract: first, reason: "no shop"))
        #expect(
            state(refusal(RenewContract(contract: first), on: desk))
                == "was called off: it ended before its first day, 2026-11-01")
    }

    @Test("a rest that begins tomorrow is shown as one to come")
    func aRestToCome() throws {
        var desk = try desk()
        try desk.perform(SuspendContract(contract: first, from: "2026-10-06", reason: "no shop"))
        let until = SuspendContract(contract: first, until: "2026-10-20", reason: "again")
        func refusals() -> [String?] {
            [
                state(refusal(until, on: desk)),
                state(refusal(ChangeContract(contract: first, package: "standard"), on: desk)),
                why(refusal(ResumeContract(contract: first, on: "2026-10-05"), on: desk)),
            ]
        }
        let resume = "is not a day from 2026-10-06, the first day of its suspension, to 2036-10-06"
        #expect(
            refusals() == [
                "will be suspended already, from 2026-10-06 on: no shop",
                "will be suspended from 2026-10-06 on, and an upgrade grants its hours at once",
                resume,
            ])
        try desk.advance(to: "2026-10-06T09:00:00Z")
        #expect(
            refusals() == [
                "is suspended already, from 2026-10-06 on: no shop",
                "is suspended, and an upgrade grants its hours at once",
                resume,
            ])
    }

    @Test(
        arguments: [
            (
                "rest", "2026-09-30",
                "is not a day from 2026-10-01 to 2026-11-01, where the open cycle runs"
            ),
            (
                "rest", "2026-11-02",
                "is not a day from 2026-10-01 to 2026-11-01, where the open cycle runs"
            ),
            ("end", "2026-09-29", "lies before 2026-09-30, the day before the contract begins"),
            ("end", "2027-09-30", "is not before 2027-09-30, the last day of the term (R5)"),
        ] as [(String, CivilDate, String)])
    func itRestsInTheOpenCycleAndEndsWithinItsTerm(
        what: String, day: CivilDate, why expected: String
    ) throws {
        let command: any Command =
            what == "rest"
            ? SuspendContract(contract: first, from: day, reason: "no shop")
            : TerminateContract(contract: first, lastDay: day, reason: "it closes")
        #expect(why(refusal(command, on: try desk())) == expected)
    }

    @Test func theLastCycleHasNoDayAfterIt() throws {
        let desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 1)
        let command = SuspendContract(contract: first, from: "2026-11-01", reason: "no shop")
        #expect(
            why(refusal(command, on: desk))
                == "is not a day from 2026-10-01 to 2026-10-31, where the open cycle runs")
    }

    @Test func aRestWithAnEndIsOverEarlier() throws {
        var desk = try desk()
        try desk.perform(
            SuspendContract(contract: first, until: "2026-10-25", reason: "no shop"))
        #expect(desk.state.contracts[1]?.account.open?.to == "2026-11-21")
        var over = desk
        try over.advance(to: "2026-10-25T00:00:00Z")
        #expect(
            state(refusal(ResumeContract(contract: first, on: "2026-10-26"), on: over))
                == "is not suspended")
        try desk.perform(ResumeContract(contract: first), at: "2026-10-15T09:00:00Z")
        #expect(desk.state.contracts[1]?.account.open?.to == "2026-11-11")
        #expect(desk.state.contracts[1]?.rests.last?.days == 10)
        #expect(
            state(refusal(ResumeContract(contract: first, on: "2026-10-16"), on: desk))
                == "is not suspended")
    }

    @Test func aCycleThatWaitsForTheEndOfARestBeginsEarlier() throws {
        var desk = try desk()
        try desk.perform(
            SuspendContract(
                contract: first, from: "2026-11-01", until: "2026-11-21", reason: "no shop"))
        try desk.advance(to: "2026-11-05T09:00:00Z")
        #expect(desk.state.contracts[1]?.account.open?.from == "2026-11-21")
        #expect(desk.state.contracts[1]?.standing(at: desk.now) == .suspended)
        try desk.perform(ResumeContract(contract: first, on: "2026-11-11"))
        let open = try #require(desk.state.contracts[1]?.account.open)
        #expect(open.from == "2026-11-11")
        #expect(open.start == "2026-11-11T00:00:00Z")
        #expect(open.to == "2026-12-11")
        #expect(open.granted == "40h")
        #expect(desk.state.contracts[1]?.end == "2027-10-11")
        #expect(desk.state.boundaries.first?.at == "2026-12-11T00:00:00Z")
    }

    @Test func aSecondTerminationNamesAnotherDay() throws {
        var desk = try desk()
        try desk.perform(
            TerminateContract(contract: first, lastDay: "2026-10-20", reason: "it closes"))
        let expected = "was terminated already: it ends after 2026-10-20 (it closes)"
        #expect(
            state(refusal(TerminateContract(contract: first, reason: "r"), on: desk)) == expected)
        #expect(
            state(
                refusal(
                    TerminateContract(contract: first, lastDay: "2026-10-20", reason: "r"),
                    on: desk)) == expected)
        #expect(
            state(refusal(RenewContract(contract: first), on: desk))
                == "was terminated (it closes) and is not renewed: its last day is 2026-10-20 (R5)")
        #expect(
            state(refusal(ChangeContract(contract: first, renewal: .auto), on: desk))
                == "was terminated, and does not renew itself (R5)")
        try desk.perform(
            TerminateContract(contract: first, lastDay: "2026-10-25", reason: "a week more"))
        #expect(desk.state.contracts[1]?.account.open?.to == "2026-10-26")
        try desk.advance(to: "2026-10-26T00:00:00Z")
        #expect(
            state(refusal(TerminateContract(contract: first, reason: "r"), on: desk))
                == "was terminated and ended after 2026-10-25")
    }

    @Test func aRestingContractEndsWithTheDayBeforeItRested() throws {
        var desk = try desk()
        try desk.perform(SuspendContract(contract: first, from: "2026-10-11", reason: "no shop"))
        try desk.advance(to: "2026-12-05T09:00:00Z")
        try desk.perform(TerminateContract(contract: first, reason: "it closes"))
        #expect(desk.closed().map(\.cycle.to) == ["2026-10-11"])
    }

    @Test func groupsThatReachBeyondTheEndAreDissolvedByName() throws {
        var desk = try desk()
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: first, cycles: [1, 2], agreement: agreed))
        let events = try desk.perform(
            TerminateContract(contract: first, lastDay: "2026-11-30", reason: "it closes"))
        let ended = events.compactMap { $0.body as? ContractTerminated }
        #expect(ended.first?.dissolved?.map(\.first) == [1])
        #expect(desk.state.contracts[1]?.groups == nil)
        let again = try desk.perform(
            TerminateContract(contract: first, lastDay: "2026-12-01", reason: "it closes"))
        #expect(again.compactMap { $0.body as? ContractTerminated }.first?.dissolved == nil)
    }

    @Test(
        arguments: [
            ([1], "two adjacent cycles are wanted, not cycle 1"),
            ([1, 3], "two adjacent cycles are wanted, not cycles 1 and 3"),
            ([0, 1], "two adjacent cycles are wanted, not cycles 0 and 1"),
            ([1, .min], "two adjacent cycles are wanted, not cycles 0 and 1"),
            ([.max, .max], "two adjacent cycles are wanted, not cycles \(Int.max) and \(Int.max)"),
            ([13, 12], "contract 1 ends with 2027-09-30, before cycle 13 would begin"),
        ] as [([Int], String)])
    func twoAdjacentCyclesAreGrouped(cycles: [Int], why expected: String) throws {
        let command = GroupHours(
            contract: first, cycles: cycles, agreedBy: "mara", reason: "the relaunch")
        #expect(why(refusal(command, on: try desk())) == expected)
    }

    @Test func aRenewalsPackageIsChangedByNameAndBack() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 1)
        try desk.perform(RenewContract(contract: first, months: 12, package: "standard"))
        let taken = try desk.perform(ChangeContract(contract: first, package: "starter"))
        let planned = taken.compactMap { $0.body as? ContractTermsPlanned }.first
        let event = try #require(planned)
        #expect(event.plan?.terms.package == "starter")
        #expect(event.plan?.terms.discountPercent == 10)
        #expect(event.dropped?.terms.package == "standard")
        #expect(
            refusal(ChangeContract(contract: first, package: "starter"), on: desk) != nil)
        try desk.advance(to: "2026-11-01T09:00:00Z")
        #expect(desk.state.contracts[1]?.terms.package == "starter")
    }

    @Test func whatWasPlannedIsDroppedByName() throws {
        var desk = try desk()
        try desk.perform(ChangeContract(contract: first, package: "standard"))
        try desk.perform(ChangeContract(contract: first, package: "starter"))
        let kept = try desk.perform(ChangeContract(contract: first, package: "standard"))
        let dropped = kept.compactMap { $0.body as? ContractTermsPlanned }.first?.dropped
        #expect(dropped?.cycle == 1)
        #expect(dropped?.terms.package == "starter")
        #expect(desk.state.contracts[1]?.planned == nil)
        try desk.perform(ChangeContract(contract: first, package: "starter"))
        let events = try desk.perform(
            ChangeContract(contract: first, package: "flexible", hours: "100h"))
        let upgraded = events.compactMap { $0.body as? ContractUpgraded }.first
        #expect(upgraded?.dropped?.terms.package == "starter")
    }

    @Test func aRenewedTermIsKeptWhileTheContractRestsBetweenTwoCycles() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 3)
        try desk.perform(RenewContract(contract: first, package: "standard"))
        try desk.perform(SuspendContract(contract: first, from: "2026-11-01", reason: "no shop"))
        try desk.advance(to: "2026-11-02T09:00:00Z")
        #expect(desk.state.contracts[1]?.account.open == nil)
        try desk.perform(ChangeContract(contract: first, package: "flexible", hours: "20h"))
        #expect(desk.state.contracts[1]?.planned?.map(\.terms.package) == ["flexible", "standard"])
        #expect(
            state(refusal(RenewContract(contract: first), on: desk))
                == "has been renewed already, until 2027-03-31 (R5)")
    }

    @Test func anArchivedClientsContractIsNotRenewed() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 1)
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.perform(SuspendContract(contract: first, from: "2026-10-31", reason: "no shop"))
        try desk.advance(to: "2026-11-20T09:00:00Z")
        guard case .inUse = refusal(ArchiveClient(client: "acme"), on: desk) else {
            Issue.record("a client whose contract rests was archived")
            return
        }
        try desk.perform(ResumeContract(contract: first, on: "2026-11-01"))
        try desk.perform(ArchiveClient(client: "acme"))
        #expect(refusal(RenewContract(contract: first), on: desk) == .clientArchived("acme"))
    }

    @Test func aDowngradeInTheLastCycleGoesWithTheRenewal() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 1)
        let less = ChangeContract(contract: first, package: "flexible", hours: "10h")
        let refused = refusal(less, on: desk)
        #expect(
            state(refused)
                == "has no cycle in its term after this one, and the change to Flexible waits for "
                + "the next")
        #expect(
            refused?.hint
                == "name it when you renew: supportc contract renew 1 --package flexible "
                + "--hours 10h")
        try desk.perform(RenewContract(contract: first, package: "flexible", hours: "10h"))
        try desk.advance(to: "2026-11-01T00:00:00Z")
        #expect(desk.state.contracts[1]?.account.open?.granted == "10h")
    }

    @Test func anEndedContractIsRenewedWhileItsNextCycleWouldRun() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 1)
        try desk.advance(to: "2026-11-30T23:59:59Z")
        var renewed = desk
        try renewed.perform(RenewContract(contract: .client("acme"), months: 2))
        #expect(renewed.state.contracts[1]?.account.open?.from == "2026-11-01")
        #expect(renewed.state.contracts[1]?.end == "2027-01-01")
        try desk.advance(to: "2026-12-01T00:00:00Z")
        #expect(
            state(refusal(RenewContract(contract: first), on: desk))
                == "ended after 2026-10-31, and the cycle after it would be over too (R10)")
    }
}

/// What a contract keeps whatever the catalogue says later.
struct KeptTermsTests {
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 1)
        desk.catalogue.packages = desk.catalogue.packages.map {
            var offer = $0
            offer.monthlyFee = Money(minorUnits: 250_000, currency: "USD")
            offer.extraRate = Money(minorUnits: 8000, currency: "USD")
            return offer
        }
        return desk
    }

    @Test func amountsOfTwoCurrenciesAreNeverAddedUp() throws {
        let desk = try desk()
        let commands: [any Command] = [
            ChangeContract(contract: .number(1), package: "standard"),
            RenewContract(contract: .number(1), months: 12),
        ]
        for command in commands {
            let found = refusal(command, on: desk)
            guard case .contractState = found, let why = found?.why else {
                Issue.record("\(command): \(found as Any)")
                continue
            }
            #expect(why.contains("is paid in EUR") && why.contains("is priced in USD now"))
        }
    }

    @Test func aContractThatRenewsItselfKeepsItsTermsThen() throws {
        var desk = try desk()
        try desk.perform(ChangeContract(contract: .number(1), renewal: .auto))
        try desk.advance(to: "2026-11-02T09:00:00Z")
        let terms = try #require(desk.state.contracts[1]).terms
        #expect(terms.monthlyFee == Money(minorUnits: 240_000, currency: "EUR"))
        #expect(desk.closed().first?.statement?.total.currency == "EUR")
    }

    @Test func aDowngradeCanStillBeNamedForATermThatWasRenewedEarly() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("standard", from: "2026-10-01", months: 1)
        try desk.perform(RenewContract(contract: .number(1), months: 12))
        try desk.perform(ChangeContract(contract: .number(1), package: "starter"))
        try desk.advance(to: "2026-11-02T09:00:00Z")
        let terms = try #require(desk.state.contracts[1]).terms
        #expect(terms.title == "Starter")
        #expect(terms.discountPercent == 10, "the discount is that of the renewed term (R5)")
    }
}
