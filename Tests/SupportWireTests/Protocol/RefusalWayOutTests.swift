import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// The ways out and the figures of refusals that depend on what was refused.
struct RefusalWayOutTests {
    private func hint(_ refusal: Refusal) -> String? { WireError(refusal).data.hint }

    @Test("what a contract that is not active offers depends on what it was wanted for")
    func aContractThatIsNotActive() {
        let ticket = "open it on demand (--on-demand) or on another contract (--contract)"
        let work =
            "open a ticket of its own for work that this contract does not pay: "
            + "supportc ticket open acme --on-demand --level N --subject S"
        let rows: [(ContractStanding, ContractUse, String)] = [
            (.suspended, .question, "resume it first: supportc contract resume 1"),
            (.suspended, .newTicket, "supportc contract resume 1, or " + ticket),
            (.suspended, .work("acme"), "supportc contract resume 1, or " + work),
            (.pending, .question, "supportc contract show 1 shows what was agreed"),
            (.pending, .newTicket, ticket), (.pending, .work("acme"), work),
            (
                .ended, .question,
                "supportc hours 1 --at 2027-10-31 shows its last cycle, supportc statement 1 "
                    + "what it bills"
            ),
            (.ended, .newTicket, ticket), (.ended, .work("acme"), work),
        ]
        for (standing, use, expected) in rows {
            let refusal = Refusal.contractNotActive(
                1, standing, start: "2026-11-01", end: "2027-11-01", use: use)
            #expect(hint(refusal) == expected, "\(standing) \(use)")
            #expect(
                WireError(refusal).data.figures == ["start": "2026-11-01", "end": "2027-11-01"])
        }
    }

    @Test("a contract that was called off has no hours, no statement and no cycle to come")
    func calledOff() {
        let nothing =
            "it has no hours and no statements; supportc contract show 1 shows what was agreed"
        let hours = WireError(
            .contractNotActive(1, .ended, start: "2026-01-05", end: "2026-01-05"))
        #expect(
            hours.message == "contract 1 was called off: it ended before its first day, 2026-01-05")
        #expect(hours.data.hint == nothing)
        let statement = WireError(.unknownCycle(1, .number(1), known: [], isCalledOff: true))
        #expect(
            statement.message
                == "contract 1 was called off and has no cycle (R10)")
        #expect(statement.code == .notFound && statement.data.hint == nothing)
        #expect(
            WireError(.contractState(1, .term(.calledOff(start: "2026-01-05")))).message
                == "contract 1 was called off: it ended before its first day, 2026-01-05")
    }

    @Test("a client without a contract, or with several that are not active")
    func noActiveContract() {
        #expect(
            hint(.contractAmbiguous("acme", active: [])) == "sign one: supportc contract sign acme")
        #expect(
            hint(.contractAmbiguous("acme", active: [], use: .newTicket))
                == "open the ticket on demand (--on-demand), or sign one: supportc contract sign acme"
        )
        let several = WireError(.contractAmbiguous("acme", active: [], inactive: [1, 4]))
        #expect(several.message == "acme has no active contract")
        #expect(several.data.hint == "name one by its number: 1, 4")
    }

    @Test("the void of an entry of a contract that has ended does not sign a new one")
    func voidAfterTheEnd() {
        let settle = "its statements stay as they are: settle it with the client"
        func void(isTerminated: Bool) -> String? {
            hint(
                .contractState(
                    1, .term(.noStatement(lastDay: "2026-01-20", isTerminated: isTerminated))))
        }
        #expect(void(isTerminated: true) == settle)
        #expect(
            void(isTerminated: false) == settle
                + ", or go on with the contract while its next cycle would still run "
                + "(supportc contract renew 1) and repeat it")
    }

    /// What two hours more are refused with where a contract takes no extra hours.
    private func refused(
        booked: Minutes, service: Name<Service>? = nil
    ) throws -> WireError {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", extra: .refuse)
        try desk.book(booked, agreedBy: "mara")
        do throws(Refusal) {
            try desk.book("2h", service: service, agreedBy: "mara")
        } catch {
            return WireError(error)
        }
        Issue.record("it was booked")
        return .notARequest("it was booked")
    }

    @Test func extraHoursThatAContractRefuses() throws {
        let agree =
            "agree on extra hours with the client: supportc contract change 1 --extra allow"
        let one = try refused(booked: "39h59m")
        #expect(one.data.hint == "book 1m or less, or " + agree)
        #expect(
            one.data.figures == ["contract": "1", "left_minutes": "1", "extra_minutes": "119"])
        #expect(try refused(booked: "40h").data.hint == agree)
        #expect(
            try refused(booked: "1h", service: "development").data.hint
                == "book it for a service that the package includes, or open a ticket on demand "
                + "for it")
    }

    @Test("a week without room offers no part of the work")
    func aWeekThatIsFull() throws {
        let agree =
            "book the rest as extra hours (--extra), or have a manager agree (--agreed-by, --reason)"
        func hint(booked: Minutes) throws -> String? {
            var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
            try desk.book(booked)
            do throws(Refusal) {
                try desk.book("2h")
            } catch {
                return self.hint(error)
            }
            return nil
        }
        #expect(
            try hint(booked: "19h59m")
                == "book 1m or less, wait for 2026-10-12, " + agree)
        #expect(try hint(booked: "20h") == "wait for 2026-10-12, " + agree)
    }

    @Test func hintsForAClosedCycle() {
        func zone(_ zone: ZoneName?) -> String? {
            let end = CycleEnd(lastDay: "2026-10-31", zone: zone, at: "2026-10-31T23:00:00Z")
            return WireError(.cycleClosed("2026-10-31", cycle: 0, end: end)).data.figures?["zone"]
        }
        #expect(zone("Europe/Berlin") == "Europe/Berlin")
        #expect(zone(nil) == "", "not kept in old journals")
    }

    @Test func whatAGroupHasDrawn() {
        func words(_ used: Minutes, _ extra: Minutes) -> String {
            let error = WireError(
                .groupDrawn(.ungrouping, used: used, own: "40h", extra: extra))
            let figures = error.data.figures ?? [:]
            return "\(error.message) [\(figures["extra_minutes"] ?? "-")]"
        }
        let opening = "ungrouping them would take back hours that are used: "
        let week = "a week has used more than R9 lets through without it"
        #expect(
            words("40h1m", "0m")
                == opening + "40h1m are used, the cycle's own are 40h (R11) [0]")
        #expect(words("40h", "1m") == opening + week + ", and 1m would become extra (R11) [1]")
        #expect(words("40h", Minutes(-1)) == opening + week + " (R11) [0]")
    }

    @Test func theCyclesThatThereAreAreNamedUpToSix() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.advance(to: "2027-04-01T09:00:00Z")
        let known = try #require(desk.state.contracts[1]).cycles
        #expect(known.count == 7)
        func named(_ count: Int) -> String? {
            let cycles = Array(known.prefix(count))
            return hint(.unknownCycle(1, .number(9), known: cycles))
                .map { String($0.prefix { $0 != ";" }) }
        }
        #expect(named(0) == "its cycles are yet to come")
        #expect(named(2) == "its cycles are 1 (from 2026-10-01), 2 (from 2026-11-01)")
        #expect(named(6)?.hasSuffix("5 (from 2027-02-01), 6 (from 2027-03-01)") == true)
        #expect(named(7) == "its cycles are 1 (from 2026-10-01) to 7 (from 2027-04-01)")
        let march = CycleReference.month(year: 2027, month: 3)
        #expect(
            hint(.cycleAmbiguous(1, march, found: Array(known[1...2])))
                == "name the cycle by its number, such as 2")
    }

    @Test func rowsThatAreNotAllListed() {
        let row = RowRefusal(
            line: 2, column: nil, refusal: .unknown(.client, "acme"))
        for (refused, rows, expected) in [
            (1, 1, "1 of 9 rows was refused, so nothing was changed"),
            (2, 2, "2 of 9 rows were refused, so nothing was changed"),
            (3, 2, "3 of 9 rows were refused, so nothing was changed; the first 2 are listed"),
        ] {
            let listed = Array(repeating: row, count: rows)
            let error = WireError(.rowsRefused(listed, refusedCount: refused, of: 9))
            #expect(error.message == expected)
            #expect(error.data.figures == ["refused": "\(refused)", "rows": "9"])
            #expect(error.data.errors?.count == rows)
            let tables = WireError(
                .tablesRefused(file: "a.toml", listed, refusedCount: refused, of: 9))
            #expect(
                tables.message == expected.replacing("of 9 rows", with: "of 9 tables of a.toml"))
        }
    }

    @Test("what a row of a file is refused for is put right in its columns, not with options")
    func hintsInColumns() {
        func hint(_ refusal: Refusal) -> String? {
            let row = RowRefusal(line: 2, column: nil, refusal: refusal)
            return WireError(.rowsRefused([row], refusedCount: 1, of: 1)).data.errors?.first?.hint
        }
        let week = WeeklyLimitFigures(
            contract: 1, week: "2026-10-05", limit: "20h", drawn: "18h", room: "2h", asked: "3h",
            beyondPackage: "1h", extra: .ask, nextWeek: nil)
        #expect(
            hint(.weeklyLimit(week))
                == "book 2h or less, book the rest as extra hours (yes in the column extra), or have "
                + "a manager agree (the columns agreed_by and reason) and name the extra hours (yes "
                + "in the column extra)")
        let extra = ExtraFigures(
            contract: 1, left: "1h", room: nil, extra: "2h", serviceNotIncluded: false)
        #expect(
            hint(.extraMustBeNamed(extra)) == "book 1h or less, or write yes in the column extra")
        #expect(hint(.longEntry("25h")) == "write what was worked, or yes in the column long")
        let late =
            "yes in the column late and why in the column reason make it an adjustment on the open "
        let end = CycleEnd(lastDay: "2026-10-31", zone: "UTC", at: "2026-11-01T00:00:00Z")
        #expect(hint(.cycleClosed("2026-10-15", cycle: 0, end: end)) == "\(late)cycle's statement")
        #expect(
            hint(.monthClosed("2026-10-15", "acme", "UTC")) == "\(late)month's statement")
        #expect(
            hint(.lateness("2026-10-15", .openCycle(0))) == "leave the column late empty")
        #expect(
            hint(.contractAmbiguous("acme", active: [1, 4], use: .newTicket))
                == "write one in the column contract: 1, 4")
        #expect(
            hint(.contractAmbiguous("acme", active: [], use: .newTicket))
                == "write yes in the column on_demand, or sign a contract: supportc contract sign acme"
        )
        let ended = Refusal.contractNotActive(
            3, .ended, start: "2026-01-01", end: "2026-02-01", use: .newTicket)
        #expect(
            hint(ended)
                == "write yes in the column on_demand, or another contract in the column contract")
        let resting = Refusal.contractNotActive(
            3, .suspended, start: "2026-01-01", end: "2027-01-01", use: .newTicket)
        #expect(hint(resting)?.hasPrefix("supportc contract resume 3, or write yes") ?? false)
        #expect(hint(.unknown(.client, "zoo")) == WireError(.unknown(.client, "zoo")).data.hint)
    }
}
