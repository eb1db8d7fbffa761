package import SupportModel

/// The wire's words for every refusal of the model. Words are never reused.
extension WireError {
    /// The error that a caller gets for a refusal.
    package init(_ refusal: Refusal) {
        switch refusal {
        case .unknown(let subject, let name): self = .unknown(subject, name)
        case .exists(let subject, let name): self = .exists(subject, name)
        case .invalid(let field, let rule):
            self.init("invalid-value", rule.words(of: field), code: .usage)
        case .versionConflict(let wanted, let found): self = .versionConflict(wanted, found)
        case .keyConflict(let key): self = .keyConflict(key)
        case .clientArchived(let name): self = .clientArchived(name)
        case .clientNotArchived(let name): self = .notArchived(name)
        case .inUse(let thing, let holder):
            self.init("in-use", "\(thing.words) is needed by ", holder.words(of: thing))
        case .contractAmbiguous(let client, let active, let inactive, let use):
            self = .ambiguous(client, active, inactive, use)
        case .contractNotActive(let number, let standing, let start, let end, let use):
            self = .notActive(number, standing, start, end, use)
        case .contractState(let number, let obstacle):
            self.init("contract-state", "contract \(number) ", obstacle.words(of: number))
        case .dateOutside(let date, let reason):
            self.init("date-outside", "\(date) ", reason.words(of: date))
        case .cycleClosed(let date, let cycle, let end):
            self = .cycleClosed(date, cycle, end)
        case .unknownCycle(let contract, _, _, isCalledOff: true): self = .neverACycle(contract)
        case .unknownCycle(let contract, let reference, let known, isCalledOff: false):
            self = .unknownCycle(contract, reference, known)
        case .cycleAmbiguous(let contract, let reference, let found):
            self = .cycleAmbiguous(contract, reference, found)
        case .monthClosed(let day, let name, let zone): self = .monthClosed(day, name, zone)
        case .unknownMonth(let name, let month, let known): self = .unknownMonth(name, month, known)
        case .weeklyLimit(let figures): self = .weeklyLimit(figures)
        case .extraRefused(let figures): self = .extraRefused(figures)
        case .extraMustBeNamed(let figures): self = .extraMustBeNamed(figures)
        case .grouping(let obstacle): self.init("grouping", obstacle.words, after: " (R11)")
        case .groupDrawn(let withdrawal, let used, let own, let extra):
            self = withdrawal.error(used: used, own: own, extra: extra)
        case .lateness(let date, let reason):
            self.init("lateness", "\(date) ", reason.words, after: " (R10)")
        case .longEntry(let asked): self = .longEntry(asked)
        case .timer(let obstacle): self.init("timer", obstacle.words)
        case .nothingToTake: self = .nothingToTake
        case .notPermitted(let rule): self = .notPermitted(rule)
        case .callerIsNobody(let field): self = .callerIsNobody(field)
        case .notAManager(let name, let role): self = .notAManager(name, role)
        case .alreadyVoided(let entry, let void, let new): self = .alreadyVoided(entry, void, new)
        case .ticketState(let ticket, let state, let act):
            self = .ticketState(ticket, state, act)
        case .relation(let rule): self.init("ticket-relation", rule.words)
        case .attachment(let obstacle): self = obstacle.error
        case .rowsRefused(let rows, let refusedCount, let count):
            self = .rowsRefused(rows, refusedCount, of: count)
        case .tablesRefused(let file, let tables, let refusedCount, let count):
            self = .tablesRefused(file, tables, refusedCount, of: count)
        case .importedOtherwise(let difference): self = .importedOtherwise(difference)
        case .monitorState(let name, let state): self = .monitorState(name, state)
        case .noticeState(let number, let state): self = .noticeState(number, state)
        case .noMail(let why): self.init("no-mail", why.words)
        case .clockInDoubt(let doubt, let now): self = .clockInDoubt(doubt, now)
        case .clockNotInDoubt(let now): self = .clockNotInDoubt(now)
        case .mail(let obstacle): self = .mail(obstacle)
        }
    }

    private static func clockNotInDoubt(_ now: Instant) -> WireError {
        WireError(
            .refused, "clock-not-in-doubt",
            "the clock is not in doubt: it is \(now), and there is nothing to confirm")
    }

    private static func ticketState(
        _ ticket: Identifier<Ticket>, _ state: TicketState, _ act: TicketAct
    ) -> WireError {
        WireError(
            "ticket-state", "ticket \(ticket) is \(state.rawValue), not ",
            act.words(of: ticket, state))
    }

    private static func monitorState(_ name: Name<Monitor>, _ state: MonitorState) -> WireError {
        WireError(
            .refused, "monitor-state",
            "monitor \(name) is \(state.rawValue), and is not probed before it is resumed")
    }

    /// The error for a name that the desk does not know, with the nearest of those that it knows.
    package init(_ refusal: Refusal, nearest: String) {
        self.init(refusal)
        let way = data.hint.map { " \($0)" } ?? ""
        data.hint = "did you mean \(nearest)?\(way)"
        data.figures = ["nearest": nearest]
    }

    /// The error for an unknown name, or for rows of a file among which some have one, with the
    /// nearest known names; nil for any other refusal and where no name is near.
    package init?(_ refusal: Refusal, nearest: (Subject, String) -> String?) {
        switch refusal {
        case .unknown(let subject, let name):
            guard let nearest = nearest(subject, name) else { return nil }
            self.init(refusal, nearest: nearest)
        case .rowsRefused(let rows, _, _), .tablesRefused(_, let rows, _, _):
            self.init(refusal)
            data.errors = rows.map { RowError($0, nearest: nearest) }
        default: return nil
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
            hint: "read it again, then repeat the change",
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
            hint: "its records stay; supportc client restore \(name) takes it up again")
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

    private static func notArchived(_ name: Name<Client>) -> WireError {
        WireError(
            .refused, "client-not-archived", "client \(name) is not archived",
            hint: "there is nothing to restore; supportc client show \(name) shows how it is")
    }

    private static func notAManager(_ name: Name<Staff>, _ role: Role) -> WireError {
        WireError(
            .refused, "not-a-manager",
            "\(name) is \(role.withArticle); "
                + "only an account manager can do this (R7)",
            hint: "supportc staff list shows who is a manager")
    }

    private static func alreadyVoided(
        _ entry: Identifier<TimeEntry>, _ void: VoidMark, _ standing: Identifier<TimeEntry>?
    ) -> WireError {
        WireError(
            .refused, "already-voided",
            "entry \(entry) was voided at \(void.at) by \(void.by): \(void.reason)",
            hint: standing.map {
                "entry \($0) stands in its place: supportc time edit \($0) corrects that one"
            } ?? "a void stands; work that was done is booked again with supportc time add")
    }

    /// `1 day`, `2 days`.
    private static func days(_ count: some BinaryInteger) -> String {
        count == 1 ? "1 day" : "\(count) days"
    }

    private static func clockInDoubt(_ doubt: ClockDoubt, _ now: Instant) -> WireError {
        WireError(
            .refused, "clock-in-doubt",
            "the clock is in doubt: it was \(doubt.since), then \(doubt.jumpedTo), "
                + "\(days(doubt.days)) ahead, and is \(now) now; until an operator confirms it "
                + "nothing expires and no day is taken from it (R10)",
            hint: "set the clock right or, if it is right, supportc clock confirm",
            figures: [
                "since": doubt.since.description, "jumped_to": doubt.jumpedTo.description,
                "days": "\(doubt.days)", "now": now.description,
            ])
    }
}

/// How to see what there is of a kind of thing.
extension Subject {
    var hint: String {
        switch self {
        case .client: "supportc client list shows them"
        case .staff: "supportc staff list shows them"
        case .package: "supportc package list shows them"
        case .service: "supportc service list shows them"
        case .contract: "supportc contract list shows them"
        case .ticket: "supportc ticket list shows them"
        case .entry: "supportc time list shows them"
        case .monitor: "supportc monitor list shows them"
        case .zone: "use a name of the IANA database, such as Europe/Berlin"
        case .access: "supportc access list shows them; --project names a project's own"
        case .project: "supportc contract list shows the projects"
        case .attachment: "supportc ticket show shows what a ticket has"
        case .method: "supportd-protocol(7) lists them"
        case .notice: "supportc notice list --all shows those that are held; the log has all"
        case .route: "supportd.toml(5) tells how a [[route]] is written"
        case .mail: "supportc mail list shows those that are held"
        }
    }
}
