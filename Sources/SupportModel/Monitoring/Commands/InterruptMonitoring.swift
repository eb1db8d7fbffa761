/// Forgets what is believed of all monitors, because the desk could not look.
package struct InterruptMonitoring: Command {
    package var reason: String

    package init(reason: String) { self.reason = reason }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard state.monitors.values.contains(where: { $0.state.isBelief }) else { return [] }
        return [Event(MonitoringInterrupted(reason: reason))]
    }
}
