/// Forgets what is believed of all monitors, because the desk could not look.
package struct InterruptMonitoring: Command {
    /// Why nobody could look: `the desk was off`.
    package var reason: String

    /// For a reason in one line.
    package init(reason: String) { self.reason = reason }

    /// One `MonitoringInterrupted`, or nothing where no look was believed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard state.monitors.values.contains(where: { $0.state.isBelief }) else { return [] }
        return [Event(MonitoringInterrupted(reason: reason))]
    }
}
