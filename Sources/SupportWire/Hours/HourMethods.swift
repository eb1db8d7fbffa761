package import SupportModel

/// Says where a contract's hours stand.
package struct HoursShow: Request {
    package static let method = Method<BalanceView>.read("hours.show", .quick)

    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// A day of the cycle that is meant; today unless said.
    package var at: DayReference?

    package init(contract: ContractReference, at: DayReference? = nil) {
        (self.contract, self.at) = (contract, at)
    }
}

/// Says what becomes of a contract's hours by a day if nothing more is booked or agreed.
package struct HoursForecast: Request {
    package static let method = Method<Reply>.read("hours.forecast", .long)

    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The day at whose beginning it is seen, today or later; a day of the week is the next one.
    package var at: DayReference

    package init(contract: ContractReference, at: DayReference) {
        (self.contract, self.at) = (contract, at)
    }

    /// What expires until then, when the weeks have room, and what the cycle that runs then has.
    package typealias Reply = Joined<ContractOfClient, Prospect>

    /// What a contract comes to by a day.
    package struct Prospect: View {
        /// The zone in which it counts its days and weeks.
        package var zone: ZoneName
        /// The day that was asked for.
        package var at: CivilDate
        /// Where the contract stands then.
        package var standing: ContractStanding
        /// The cycles that close until then, in order, each with its figures.
        package var cycles: [CycleView]
        /// The room of this week and of those that begin until the day, in order; at most 54.
        package var weeks: [WeekRoomView]
        /// The hours of the cycle that runs then, as that day begins; missing where none does.
        package var balance: BalanceView?
        /// What it rests on, one fact and its rule a line.
        package var lines: [ExplanationLine]

        /// What callers see of a forecast.
        init(_ forecast: Forecast, at day: CivilDate) {
            zone = forecast.contract.zone
            at = day
            standing = forecast.standing
            cycles = forecast.closing.map { CycleView($0) }
            weeks = forecast.weeks.map { WeekRoomView($0) }
            balance = forecast.balance.map { BalanceView($0, of: forecast.contract) }
            lines = forecast.lines
        }
    }
}

extension HoursForecast.Reply {
    /// The forecast of a contract for a day.
    package init(_ forecast: Forecast, at day: CivilDate) {
        self.init(ContractOfClient(forecast.contract), HoursForecast.Prospect(forecast, at: day))
    }
}
