import SupportModel
import SupportTestKit
import Testing

/// After any history, a forecast for a day is what `hours` answers on that day if nothing happens
/// in between.
struct ForecastPropertyTests {
    private static let stepCount = 32

    @Test(arguments: Seeds.lanes)
    func aForecastIsTheBalanceOfTheDay(lane: Int) throws {
        var (compared, cut) = (0, 0)
        for seed in Seeds.lane(lane, share: 4) {
            var history = try RandomHistory(seed: seed)
            for _ in 1...Self.stepCount { try history.step() }
            let desk = history.desk
            guard desk.state.clockDoubt == nil else { continue }
            let days = Int.random(in: 0...70, using: &history.random)
            for contract in desk.state.contracts.values {
                let zone = try #require(desk.calendar.zone(named: contract.zone))
                let day = zone.date(at: desk.now).advanced(byDays: days)
                let seen = try forecast(desk, contract, at: day)
                var then = desk
                if days > 0 { try then.advance(to: zone.startOfDay(day)) }
                let after = then.state.contracts[contract.number]
                #expect(seen.closing == newlyClosed(contract, after), "seed \(seed), \(day)")
                #expect(seen.balance == then.balance(contract.number), "seed \(seed), \(day)")
                for week in seen.weeks {
                    let balance = try forecast(desk, contract, at: week.from).balance
                    let figures = [balance?.weekLimit, balance?.weekDrawn, balance?.weekRoom]
                    #expect(
                        figures == [week.limit, week.drawn, week.room],
                        "seed \(seed), week from \(week.from) seen to \(day)")
                    compared += 1
                }
                cut += seen.weeks.count - Set(seen.weeks.map(\.monday)).count
            }
        }
        #expect(compared > 0)
        #expect(cut > 0 || Seeds.lane(lane, share: 4).count < 100)
    }

    private func forecast(
        _ desk: DeskFixture, _ contract: Contract, at day: CivilDate
    ) throws(Refusal) -> Forecast {
        try desk.state.forecast(.number(contract.number), at: day, desk.context())
    }

    private func newlyClosed(_ before: Contract, _ after: Contract?) -> [ClosedCycle] {
        Array((after?.account.closed ?? []).dropFirst(before.account.closed.count))
    }
}
