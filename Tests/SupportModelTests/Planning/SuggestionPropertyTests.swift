import SupportModel
import SupportTestKit
import Testing

/// What holds of every suggestion, over desks made by chance.
struct SuggestionPropertyTests {
    @Test(arguments: Seeds.lanes)
    func everySuggestionHoldsToTheRules(lane: Int) throws {
        for seed in Seeds.lane(lane, share: 4) {
            var random = SeededRandom(seed: seed)
            let desk = try desk(&random)
            for replans in [false, true] {
                let found = try check(desk, replans: replans, &random)
                if !found.isEmpty { Issue.record("seed \(seed), replan \(replans): \(found)") }
            }
        }
    }

    /// Up to twelve tickets of all kinds, some of them with work done.
    private func desk(_ random: inout SeededRandom) throws -> DeskFixture {
        var desk = try DeskFixture.planned(
            months: Int.random(in: 1...5, using: &random),
            beyond: random.pick(EmergencyBeyondLimit.allCases))
        let contract = ContractReference.number(1)
        if random.chance(20) {
            let agreed = Agreement(by: "mara", reason: "by chance")
            _ = try? desk.perform(
                GroupHours(contract: contract, cycles: [0, 1], agreement: agreed))
        }
        if random.chance(20) {
            _ = try? desk.perform(
                SuspendContract(
                    contract: contract, from: "2026-11-18", until: "2026-12-02", reason: "chance"))
        }
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            let estimate = Minutes(Int.random(in: 1...3000, using: &random))
            let due: CivilDate? = random.chance(30) ? "2026-11-25" : nil
            let number = try desk.plan(
                random.chance(90) ? estimate : nil, level: random.pick(Level.allCases), due: due,
                service: random.chance(8) ? "development" : nil)
            if random.chance(40) {
                let monday: CivilDate = "2026-11-02"
                let week = Week(
                    containing: monday.advanced(byDays: 7 * Int.random(in: 0...20, using: &random)))
                _ = try? desk.perform(PlanTicket(ticket: number, week: week))
            }
            if random.chance(25) { try? desk.book(Minutes(90), ticket: number) }
        }
        let hours = Int64.random(in: 0...900, using: &random)
        try desk.advance(to: desk.now.advanced(byMilliseconds: hours * 3_600_000))
        return desk
    }

    /// What a suggestion breaks, in words.
    private func check(
        _ desk: DeskFixture, replans: Bool, _ random: inout SeededRandom
    ) throws -> [String] {
        guard let contract = desk.state.contracts[1], contract.account.open != nil else {
            return []
        }
        let suggestion = try desk.suggestion(replans: replans)
        var broken = amounts(suggestion) + rooms(suggestion) + precedence(suggestion)
        let works = desk.state.works(of: 1)
        let shuffled = PlanSuggestion(
            contract: contract, works: works.shuffled(using: &random), today: desk.today,
            replans: replans)
        if shuffled != suggestion { broken.append("another order, another answer") }
        var taken = desk
        try taken.perform(ApplySuggestion(contract: .number(1), replan: replans))
        if !(try taken.suggestion().changes.isEmpty) { broken.append("taken, and changes again") }
        broken += try warnings(taken, suggestion)
        return broken
    }

    /// Taken, no week passes its limit, but where there was no room for all.
    private func warnings(_ taken: DeskFixture, _ suggestion: PlanSuggestion) throws -> [String] {
        guard suggestion.tickets.allSatisfy({ $0.shortfall == nil }) else { return [] }
        return try taken.plan(weeks: Limits.planWeeksMax).weeks.filter { $0.over > .zero }
            .map { "taken, \($0.line)" }
    }

    /// No ticket is given more than it wants, and what is given and what is not add up.
    private func amounts(_ suggestion: PlanSuggestion) -> [String] {
        suggestion.tickets.compactMap { ticket in
            let given = ticket.parts.reduce(Minutes.zero) { $0 + $1.minutes }
            let toDo = ticket.work.toDo ?? .zero
            if given > toDo || given < toDo && ticket.shortfall == nil { return ticket.line }
            return ticket.parts.allSatisfy { $0.minutes > .zero } ? nil : "empty: \(ticket.line)"
        }
    }

    /// No week draws more than its limit leaves, and no pool more than it has, but by Level 1.
    private func rooms(_ suggestion: PlanSuggestion) -> [String] {
        suggestion.weeks.filter { $0.over > .zero }.map(\.line)
            + suggestion.pools.filter { $0.over > .zero }.map(\.line)
    }

    /// Where a less severe ticket was given room, a more severe one that was free to go there wants
    /// nothing more.
    private func precedence(_ suggestion: PlanSuggestion) -> [String] {
        let free = suggestion.tickets.filter { !$0.isKept && $0.work.service != "development" }
        var broken: [String] = []
        for high in free {
            let given = high.parts.reduce(Minutes.zero) { $0 + $1.minutes }
            let end = given == high.work.toDo ? high.parts.last?.week : nil
            for low in free where low.work.level > high.work.level {
                guard let first = low.parts.first?.week else { continue }
                if end.map({ $0 > first }) ?? true {
                    broken.append("\(low.line) before \(high.line)")
                }
            }
        }
        return broken
    }
}
