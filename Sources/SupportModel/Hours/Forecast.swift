/// What becomes of a contract by a day if nothing more is booked and nothing more is agreed.
///
/// Made by closing cycles by the desk's own rules on a copy of the state: there is no second
/// arithmetic that could say something else.
package struct Forecast: Sendable {
    /// The contract as it would be when the day begins.
    package var contract: Contract
    /// Where it would stand then.
    package var standing: ContractStanding
    /// The cycles that would have closed, in order.
    package var closing: [ClosedCycle] = []
    /// The room of this week and of the weeks that begin until the day, in order; at most
    /// `Limits.forecastWeeksMax`.
    package var weeks: [WeekRoom] = []
    /// The hours of the cycle that would run then; nil where none does.
    package var balance: HourBalance?
    /// What it rests on, one fact and its rule a line.
    package var lines: [ExplanationLine] = []
}

extension State {
    /// What becomes of a contract until the beginning of a day, today or later; refused for a day
    /// that has passed.
    ///
    /// - Parameter context: the catalogue of today, which a contract that renews itself takes.
    package func forecast(
        _ reference: ContractReference, at day: CivilDate, _ context: Context
    ) throws(Refusal) -> Forecast {
        let found = try contract(reference, at: context.now)
        let zone = try context.zone(found.zone)
        let today = zone.date(at: context.now)
        guard day >= today else {
            throw .dateOutside(
                day, why: "is before today, \(today) in \(found.zone)",
                wayOut: "a forecast looks ahead; supportc hours \(found.number) --at \(day) "
                    + "tells what was")
        }
        var course = ForecastCourse(self, found.number, today: today, day: day)
        try course.run(until: max(zone.startOfDay(day), context.now), context)
        return course.forecast(found)
    }
}
