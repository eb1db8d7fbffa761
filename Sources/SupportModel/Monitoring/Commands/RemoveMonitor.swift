/// Takes a monitor down. A ticket that it has open stays for people.
package struct RemoveMonitor: Command {
    /// The monitor to forget.
    package var monitor: Name<Monitor>

    /// For the monitor of a name.
    package init(monitor: Name<Monitor>) { self.monitor = monitor }

    /// One `MonitorRemoved`, and a note on the ticket that it has open.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.monitor(monitor)
        var events = [Event(MonitorRemoved(monitor: monitor))]
        if let ticket = found.ticket {
            events.append(
                Event(TicketNoted(ticket: ticket, text: "monitor \(monitor) was removed")))
        }
        return events
    }

    /// The version of the monitor as it stands; nil when the desk has no such monitor.
    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}
