package import SupportModel

/// The wire's words for every refusal of the model. Words are never reused.
extension WireError {
    /// The error that tells a caller about a refusal.
    package init(_ refusal: Refusal) {
        switch refusal {
        case .unknown(let subject, let name): self = .unknown(subject, name)
        case .exists(let subject, let name): self = .exists(subject, name)
        case .invalid(let what, let why, let hint):
            self.init(.usage, "invalid-value", "\(what) \(why)", hint: hint)
        case .versionConflict(let wanted, let found): self = .versionConflict(wanted, found)
        case .keyConflict(let key): self = .keyConflict(key)
        case .clientArchived(let name): self = .clientArchived(name)
        case .inUse(let what, let by, let hint):
            self.init(.refused, "in-use", "\(what) is needed by \(by)", hint: hint)
        case .contractAmbiguous(let client, let active): self = .ambiguous(client, active)
        case .contractNotActive(let number, let standing, let start, let end):
            self = .notActive(number, standing, start, end)
        case .contractState(let number, let state, let hint):
            self.init(.refused, "contract-state", "contract \(number) \(state)", hint: hint)
        case .dateOutside(let date, let why, let hint):
            self.init(.refused, "date-outside", "\(date) \(why)", hint: hint)
        case .cycleClosed(let date, let cycle, let end):
            self = .cycleClosed(date, cycle, end)
        case .unknownCycle(let contract, let reference, let known):
            self = .unknownCycle(contract, reference, known)
        case .cycleAmbiguous(let contract, let reference, let found):
            self = .cycleAmbiguous(contract, reference, found)
        case .weeklyLimit(let figures): self = .weeklyLimit(figures)
        case .extraRefused(let figures): self = .extraRefused(figures)
        case .extraMustBeNamed(let figures): self = .extraMustBeNamed(figures)
        case .grouping(let why, let hint):
            self.init(.refused, "grouping", "\(why) (R11)", hint: hint)
        case .groupDrawn(let what, let used, let own, let extra):
            self = .groupDrawn(what, used, own, extra)
        case .lateness(let date, let why, let hint):
            self.init(.refused, "lateness", "\(date) \(why) (R10)", hint: hint)
        case .longEntry(let asked): self = .longEntry(asked)
        case .timer(let why, let hint): self.init(.refused, "timer", why, hint: hint)
        case .notAManager(let name, let role): self = .notAManager(name, role)
        case .alreadyVoided(let entry, let void): self = .alreadyVoided(entry, void)
        case .ticketState(let ticket, let state, let wanted, let hint):
            self.init(
                .refused, "ticket-state",
                "ticket \(ticket) is \(state.rawValue), not \(wanted)", hint: hint)
        case .reopenTooLate(let ticket, let at, let days): self = .reopenTooLate(ticket, at, days)
        case .rowsRefused(let rows, let refusedCount, let count):
            self = .rowsRefused(rows, refusedCount, of: count)
        case .tablesRefused(let file, let tables, let refusedCount, let count):
            self = .tablesRefused(file, tables, refusedCount, of: count)
        case .importedOtherwise(let difference): self = .importedOtherwise(difference)
        case .monitorState(let name, let state, let wanted):
            self.init(
                .refused, "monitor-state", "monitor \(name) is \(state.rawValue), not \(wanted)")
        case .clockInDoubt(let doubt, let now): self = .clockInDoubt(doubt, now)
        case .clockNotInDoubt(let now):
            self.init(
                .refused, "clock-not-in-doubt",
                "the clock is not in doubt: it is \(now), and there is nothing to confirm")
        }
    }
}

extension WireError {
    private static func unknown(_ subject: Subject, _ name: String) -> WireError {
        WireError(
            .notFound, "unknown-\(subject.rawValue)",
            "there is no \(subject.rawValue) \(name)", hint: subject.hint)
    }

    private static func exists(_ subject: Subject, _ name: String) -> WireError {
        WireError(
            .refused, "\(subject.rawValue)-exists",
            "there is a \(subject.rawValue) \(name) already", hint: "choose another name")
    }

    private static func versionConflict(_ wanted: UInt64, _ found: UInt64) -> WireError {
        WireError(
            .conflict, "version-conflict",
            "it was changed since: you saw version \(wanted), it is at \(found)",
            hint: "look at it again, then repeat the change",
            figures: ["wanted": "\(wanted)", "found": "\(found)"])
    }

    private static func keyConflict(_ key: String) -> WireError {
        WireError(
            .conflict, "key-conflict", "the key \(key) was used for another request",
            hint: "use a key for one request only")
    }

    private static func clientArchived(_ name: Name<Client>) -> WireError {
        WireError(
            .refused, "client-archived", "client \(name) is archived; nothing new is done for it",
            hint: "its records stay; for new work, take it on under another name")
    }

    private static func ambiguous(
        _ client: Name<Client>, _ active: [Identifier<Contract>]
    ) -> WireError {
        if active.isEmpty {
            return WireError(
                .notFound, "no-active-contract", "\(client) has no active contract",
                hint: "sign one, name a contract by its number, or open the ticket on demand")
        }
        let numbers = active.map(\.description).joined(separator: ", ")
        return WireError(
            .refused, "contract-ambiguous",
            "\(client) has \(active.count) active contracts: \(numbers)",
            hint: "name the contract by its number")
    }

    private static func notActive(
        _ number: Identifier<Contract>, _ standing: ContractStanding, _ start: CivilDate,
        _ end: CivilDate
    ) -> WireError {
        let why =
            switch standing {
            case .pending: "begins on \(start)"
            case .suspended: "is suspended"
            case .active, .ended: "ended after \(end.advanced(byDays: -1))"
            }
        return WireError(
            .refused, "contract-not-active", "contract \(number) \(why)",
            hint: standing == .suspended
                ? "supportc contract resume \(number), or work on demand"
                : "work on another contract, or on demand",
            figures: ["start": start.description, "end": end.description])
    }

    private static func cycleClosed(
        _ date: CivilDate, _ cycle: Int, _ end: CycleEnd
    ) -> WireError {
        WireError(
            .refused, "cycle-closed",
            "\(date) lies in cycle \(cycle + 1), which closed \(end); "
                + "a closed cycle never changes (R10)",
            hint: "--late with --reason makes it an adjustment on the open cycle's statement",
            figures: [
                "closed_at": end.at.description, "last_day": end.lastDay.description,
                "zone": end.zone?.text ?? "",
            ])
    }

    private static func groupDrawn(
        _ what: String, _ used: Minutes, _ own: Minutes, _ extra: Minutes
    ) -> WireError {
        WireError(
            .refused, "group-drawn",
            "\(what) would take back hours that are drawn: "
                + (used > own
                    ? "\(used) are used, the cycle's own are \(own)"
                    : "a week has drawn more than R9 lets through without it")
                + (extra > .zero ? ", and \(extra) would become extra" : "") + " (R11)",
            hint: "void what was drawn beyond them, or wait for the end of the group",
            figures: [
                "used_minutes": "\(used.count)", "own_minutes": "\(own.count)",
                "extra_minutes": "\(max(.zero, extra).count)",
            ])
    }

    private static func notAManager(_ name: Name<Staff>, _ role: Role) -> WireError {
        WireError(
            .refused, "not-a-manager",
            "\(name) is \(role == .engineer ? "an" : "a") \(role.rawValue); "
                + "only an account manager can do this (R7)",
            hint: "supportc staff list shows who is a manager")
    }

    private static func alreadyVoided(
        _ entry: Identifier<TimeEntry>, _ void: VoidMark
    ) -> WireError {
        WireError(
            .refused, "already-voided",
            "entry \(entry) was voided at \(void.at) by \(void.by): \(void.reason)",
            hint: "a void stands; work that was done is booked again with supportc time add")
    }

    private static func reopenTooLate(
        _ ticket: Identifier<Ticket>, _ resolvedAt: Instant, _ days: Int
    ) -> WireError {
        WireError(
            .refused, "reopen-too-late",
            "ticket \(ticket) was resolved at \(resolvedAt), more than \(days) days ago",
            hint: "open a new ticket and name this one in its body")
    }

    private static func clockInDoubt(_ doubt: ClockDoubt, _ now: Instant) -> WireError {
        WireError(
            .refused, "clock-in-doubt",
            "the clock is in doubt: it was \(doubt.since), then \(doubt.jumpedTo), "
                + "\(doubt.days) days ahead, and is \(now) now; until an operator confirms it "
                + "nothing expires and no day is taken from it (R10)",
            hint: "set the clock right or, if it is right, supportc clock confirm",
            figures: [
                "since": doubt.since.description, "jumped_to": doubt.jumpedTo.description,
                "days": "\(doubt.days)", "now": now.description,
            ])
    }
}

/// The words for what a file is refused for: every row with its line, column and rule.
extension WireError {
    static func rowsRefused(
        _ rows: [RowRefusal], _ refusedCount: Int, of count: Int
    ) -> WireError {
        let told = refusedCount > rows.count ? "; the first \(rows.count) are told" : ""
        return WireError(
            .refused, "rows-refused",
            "\(refusedCount) of \(count) rows \(refusedCount == 1 ? "was" : "were") refused, "
                + "so nothing was changed\(told)",
            hint: "mend the rows and import the whole file again",
            figures: ["refused": "\(refusedCount)", "rows": "\(count)"],
            errors: rows.map(RowError.init))
    }

    static func tablesRefused(
        _ file: String, _ tables: [RowRefusal], _ refusedCount: Int, of count: Int
    ) -> WireError {
        let told = refusedCount > tables.count ? "; the first \(tables.count) are told" : ""
        return WireError(
            .refused, "tables-refused",
            "\(refusedCount) of \(count) tables of \(file) "
                + "\(refusedCount == 1 ? "was" : "were") refused, so nothing was changed\(told)",
            hint: "mend the tables and apply the whole file again",
            figures: ["refused": "\(refusedCount)", "tables": "\(count)"],
            errors: tables.map(RowError.init))
    }

    static func importedOtherwise(_ it: ImportDifference) -> WireError {
        WireError(
            .conflict, "imported-otherwise",
            "the key \(it.key) made \(it.made), which has \(it.has) here; the row says \(it.row)",
            hint: "let the row say what \(it.made) says, change \(it.made) on the desk, "
                + "or give the row another key")
    }
}

extension RowError {
    /// What is told of a row that was refused.
    package init(_ row: RowRefusal) {
        let error = WireError(row.refusal)
        self.init(
            line: row.line, column: row.column, error: error.data.error, message: error.message,
            hint: error.data.hint)
    }
}
