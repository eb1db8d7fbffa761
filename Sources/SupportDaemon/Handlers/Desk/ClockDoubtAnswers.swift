import SupportModel
import SupportWire

/// What more than one handler says of a clock that is in doubt.
extension DeskView {
    /// What closes as soon as the clock is trusted.
    var dueCycles: DueCycles {
        DueCycles(
            state,
            Context(
                now: now, by: .desk, calendar: settings.calendar, catalogue: settings.catalogue,
                policy: settings.policy))
    }

    /// The doubt with what a confirmation would do; nil while the clock is trusted.
    var doubtView: ClockDoubtView? {
        state.clockDoubt.map { ClockDoubtView($0, due: dueCycles) }
    }
}
