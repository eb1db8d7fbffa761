/// Work was booked.
package struct TimeAdded: DeskEvent {
    package static let type = "time.added"
    var number: Identifier<TimeEntry>
    var ticket: Identifier<Ticket>
    var contract: Identifier<Contract>?
    var cycle: Int?
    var date: CivilDate
    var actual: Minutes
    var billed: Minutes
    var service: Name<Service>
    var note: String?
    var extraAllowed: Bool
    var agreement: Agreement?
    var emergency: Bool

    package func apply(to state: inout State, _ stamp: Stamp) {
        let entry = entry(stamp)
        state.entries[number] = entry
        state.lastEntry = max(state.lastEntry, number.number)
        if let contract {
            state.contracts[contract]?.account.add(entry)
            state.contracts[contract]?.version = stamp.sequence
        }
        state.change(ticket, stamp, remark: "\(billed) booked as entry \(number)") {
            $0.entries.append(number)
            if $0.state == .open { $0.state = .active }
        }
    }

    /// The entry that comes about.
    func entry(_ stamp: Stamp) -> TimeEntry {
        TimeEntry(
            number: number, ticket: ticket, contract: contract, cycle: cycle, date: date,
            actual: actual, billed: billed, service: service, note: note,
            extraAllowed: extraAllowed, agreement: agreement, emergency: emergency,
            bookedAt: stamp.at, bookedBy: stamp.by, version: stamp.sequence)
    }

    package var summary: String { "entry \(number): \(billed) on ticket \(ticket) for \(date)" }
}
