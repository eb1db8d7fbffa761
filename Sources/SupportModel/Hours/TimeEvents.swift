/// The events of time entries, timers and hours.
enum TimeEvents {
    static let all: [any DeskEvent.Type] = [
        TimeAdded.self, TimeVoided.self, TimerStarted.self, TimerStopped.self, HoursGrouped.self,
        HoursUngrouped.self, HoursNotified.self,
    ]
}

/// Work was booked.
package struct TimeAdded: DeskEvent {
    package static let type = "time.added"
    package var number: Identifier<TimeEntry>
    var ticket: Identifier<Ticket>
    /// The contract that pays; nil for work on demand (R4).
    var contract: Identifier<Contract>?
    /// The index of the cycle that it counts in, 0 for the first; nil on demand.
    var cycle: Int?
    /// The day of the work, in the contract's zone; on demand, in the client's.
    var date: CivilDate
    /// The duration as worked.
    var actual: Minutes
    /// The duration that counts, after the contract's rounding.
    var billed: Minutes
    /// The kind of work; for a service outside the package it is extra (R2).
    var service: Name<Service>
    /// A note on the work; nil for none.
    var note: String?
    /// Whether the caller allowed work beyond the package or the week to become extra hours (R8,
    /// R9).
    var extraAllowed: Bool
    /// The manager's agreement that lifted the weekly limit; nil for none (R9).
    var agreement: Agreement?
    /// Whether the ticket was of Level 1 when the work was booked (R9).
    var emergency: Bool
    /// The ticket's level when the work was booked; nil in journals that did not keep it (R3).
    var level: Level?
    /// The price of an hour on demand; nil where a contract pays (R4).
    var rate: Money?
    /// The reason for booking after its cycle or month had closed; nil for a booking that was not late
    /// (R10).
    var late: LateMark?
    /// The key of the row that it was imported from; nil where it was not imported.
    var importKey: ImportKey?
    /// The entry that it stands for after a correction; nil for new work.
    var replaces: Identifier<TimeEntry>?
    /// Who booked the work first, where somebody corrected it; nil: who booked it.
    var bookedBy: Principal?
    /// The member of staff who did the work; nil where nobody of the staff is known.
    var staff: Name<Staff>?

    /// Adds the entry to its ticket and its contract's open cycle; an open ticket becomes active.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let entry = entry(stamp)
        state.entries[number] = entry
        state.lastEntry = max(state.lastEntry, number.number)
        if let importKey { state.importedEntries[importKey] = number }
        if let replaces { state.entries[replaces]?.replacedBy = number }
        if let contract {
            state.contracts[contract]?.account.add(entry)
            state.contracts[contract]?.version = stamp.sequence
        } else {
            state.changeOnDemand(ofTicket: ticket) { $0.add(entry) }
        }
        state.change(ticket, stamp, remark: "\(billed) booked as entry \(number)") {
            $0.entries.append(number)
            if $0.state == .open { $0.state = .active }
        }
    }

    /// The entry that the event adds.
    func entry(_ stamp: Stamp) -> TimeEntry {
        TimeEntry(
            number: number, ticket: ticket, contract: contract, cycle: cycle, date: date,
            actual: actual, billed: billed, service: service, note: note,
            extraAllowed: extraAllowed, agreement: agreement, emergency: emergency,
            level: level, rate: rate, late: late, bookedAt: stamp.at,
            bookedBy: bookedBy ?? stamp.by,
            staff: staff, version: stamp.sequence, importKey: importKey, replaces: replaces)
    }

    /// `entry 7: 3h30m on ticket 12 for 2026-11-03`, of a correction `, instead of entry 3`, then who
    /// agreed that it may pass the weekly limit, and why it came late.
    package var summary: String {
        "entry \(number): \(billed) on ticket \(ticket) for \(date)"
            + (replaces.map { ", instead of entry \($0)" } ?? "")
            + (agreement.map { "; agreed by \($0.by): \($0.reason)" } ?? "")
            + (late.map { "; late: \($0.reason)" } ?? "")
    }
}

/// A booking was voided; the entry is kept.
package struct TimeVoided: DeskEvent {
    package static let type = "time.voided"
    var entry: Identifier<TimeEntry>
    /// The reason in one line.
    var reason: String
    /// The credit for a closed cycle, on the open cycle's statement; nil where the entry was of the
    /// open cycle.
    var credit: Adjustment?
    /// The same of a closed month of work on demand, on the statement of the month that runs; nil
    /// where the month was open.
    var onDemandCredit: OnDemandAdjustment?

    /// Marks the entry and returns its hours.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var voided = state.entries[entry] else { return }
        voided.void = VoidMark(reason: reason, at: stamp.at, by: stamp.by)
        voided.version = stamp.sequence
        state.entries[entry] = voided
        if let contract = voided.contract {
            if let credit {
                state.contracts[contract]?.account.credit(credit)
            } else {
                state.contracts[contract]?.account.remove(entry)
            }
            state.contracts[contract]?.version = stamp.sequence
        } else {
            state.changeOnDemand(ofTicket: voided.ticket) { account in
                if let onDemandCredit {
                    account.credit(onDemandCredit)
                } else {
                    account.remove(entry)
                }
            }
        }
        state.change(voided.ticket, stamp, remark: "entry \(entry) voided: \(reason)") { _ in }
    }

    /// `entry 7 voided: booked twice`.
    package var summary: String { "entry \(entry) voided: \(reason)" }
}
