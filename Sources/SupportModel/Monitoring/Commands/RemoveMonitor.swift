/// Takes a monitor down. A ticket that it has open stays for people.
package struct RemoveMonitor: Command {
    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) { self.monitor = monitor }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.monitor(monitor)
        var events = [Event(MonitorRemoved(monitor: monitor))]
        if let ticket = found.ticket {
            events.append(
                Event(TicketNoted(ticket: ticket, text: "monitor \(monitor) was removed")))
        }
        return events
    }

    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}
