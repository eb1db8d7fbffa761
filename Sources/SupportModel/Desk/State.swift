package import HashTreeCollections

/// The whole state of the desk. It is a value: copies share storage and are independent.
///
/// `decide` turns a command into events without changing anything; `apply` changes the state by
/// events and cannot fail. Neither uses a clock, a disk or random numbers.
package struct State: Sendable {
    /// The sequence number of the last record applied; 0 for a new desk.
    package internal(set) var sequence: UInt64 = 0
    /// The time of that record.
    package internal(set) var lastRecordAt: Instant?

    /// All clients by name, archived ones included.
    package internal(set) var clients: TreeDictionary<Name<Client>, Client> = [:]
    /// The present staff, by name.
    package internal(set) var staff: TreeDictionary<Name<Staff>, Staff> = [:]
    /// All contracts ever signed, by number.
    package internal(set) var contracts: TreeDictionary<Identifier<Contract>, Contract> = [:]
    /// All tickets ever opened, by number.
    package internal(set) var tickets: TreeDictionary<Identifier<Ticket>, Ticket> = [:]
    /// All time entries ever booked, by number, voided ones included.
    package internal(set) var entries: TreeDictionary<Identifier<TimeEntry>, TimeEntry> = [:]
    /// The accounts of work on demand, by client; only of clients that have such work (R4).
    package internal(set) var onDemand: TreeDictionary<Name<Client>, OnDemandAccount> = [:]
    /// Running timers, by who started them.
    package internal(set) var timers: TreeDictionary<Principal.Identity, WorkTimer> = [:]
    /// All monitors, by name.
    package internal(set) var monitors: TreeDictionary<Name<Monitor>, Monitor> = [:]
    /// The monitors that were removed, by name; those of one name in the order of their removal.
    package internal(set) var formerMonitors: TreeDictionary<Name<Monitor>, [FormerMonitor]> = [:]
    /// Access data that clients have handed over, sealed, by place (R6).
    package internal(set) var access: TreeDictionary<CredentialPlace, Credential> = [:]
    /// The keys that seal the access data of clients, themselves sealed (R6).
    package internal(set) var clientKeys: TreeDictionary<Name<Client>, ClientKey> = [:]
    /// The answers that are repeated for a known idempotency key.
    package internal(set) var answers = AnswerBook()
    /// The mails that wait to be filed or discarded, by number.
    package internal(set) var heldMails: TreeDictionary<Identifier<HeldMail>, HeldMail> = [:]
    /// All mails that ever came, by what does not change on the way.
    package internal(set) var knownMails: TreeDictionary<ContentHash, KnownMail> = [:]
    /// How many mails of each sender came in the last hour in which any did.
    package internal(set) var mailRates: TreeDictionary<String, MailRate> = [:]
    /// The tickets of the mails that came, by Message-ID.
    package internal(set) var ticketsOfMessages: TreeDictionary<String, Identifier<Ticket>> = [:]
    /// The highest number assigned to a held mail.
    var lastMail = 0
    /// The doubt about the wall clock; nil while it is trusted (R10).
    package internal(set) var clockDoubt: ClockDoubt?

    /// The notices that are to be sent, were given up, or ended last.
    package internal(set) var outbox = Outbox()

    /// Tickets that are not resolved.
    package internal(set) var liveTickets = LiveTickets()
    /// The same in the order in which they are to be worked on.
    package internal(set) var working = WorkingOrder()
    /// The tickets on demand that will age.
    var ageing = AgeingOrder()
    /// Until when they have aged; nil: nobody has asked yet.
    package internal(set) var agedUntil: Instant?
    /// What is to be recorded next of the deadlines of tickets, soonest first.
    package internal(set) var alarms = DeadlineAlarms()
    /// What deadlines are computed with; no part of what is written down.
    package internal(set) var rules = DeadlineRules()
    /// Each client's contracts, lowest number first.
    package internal(set) var contractsOfClient:
        TreeDictionary<Name<Client>, [Identifier<Contract>]> =
            [:]
    /// The ends of all open cycles and months of work on demand, soonest first.
    package internal(set) var boundaries = Boundaries()
    /// The tickets that were imported, by the keys of their rows.
    package internal(set) var importedTickets: TreeDictionary<ImportKey, Identifier<Ticket>> = [:]
    /// The time entries that were imported, by the keys of their rows.
    package internal(set) var importedEntries: TreeDictionary<ImportKey, Identifier<TimeEntry>> =
        [:]
    /// The contents that tickets' attachments have, with how many have each.
    package internal(set) var namedContents: TreeDictionary<ContentHash, ContentUse> = [:]
    /// How many contracts with an open cycle count their weeks in each zone.
    package internal(set) var zonesOfCycles: TreeDictionary<ZoneName, Int> = [:]
    /// The highest numbers assigned to tickets, entries and contracts.
    var lastTicket = 0
    var lastEntry = 0
    var lastContract = 0

    /// The state of a new desk: empty.
    package init() {}

    /// Decides a command; the state is not changed. The notices of what it changes are part of the
    /// decision.
    package func decide<Asked: Command>(
        _ command: Asked, in context: Context
    ) throws(Refusal) -> Decision<Asked.Made> {
        let command = command.following(self)
        if let wanted = context.ifVersion {
            try expect(version: wanted, of: command, in: context)
        }
        var decision = try command.decide(self, context)
        if Asked.isTold { decision.events += notices(for: decision.events, context) }
        return decision
    }

    /// Changes the state by a record. Its sequence number must be the next one.
    package mutating func apply(_ record: Record) {
        precondition(record.stamp.sequence == sequence + 1, "a record is missing or repeated")
        for event in record.events { event.body.apply(to: &self, record.stamp) }
        if let answer = record.answer { keep(answer, at: record.stamp.at) }
        sequence = record.stamp.sequence
        lastRecordAt = record.stamp.at
    }

    /// The stamp of the next record.
    package func nextStamp(_ context: Context) -> Stamp {
        Stamp(
            sequence: sequence + 1, at: context.now, by: context.by,
            acted: context.by == .desk ? nil : context.acting.acted)
    }

    /// The state as it will be once the events of the next record are applied.
    package func after(_ events: [Event], _ context: Context) -> State {
        var after = self
        after.apply(Record(stamp: nextStamp(context), events: events))
        return after
    }

    /// Keeps the answer of the record that was applied last, given at that record's time. A doubted
    /// time is not used for the age of answers, as it would make the desk drop all earlier ones.
    package mutating func keep(_ answer: StoredAnswer, at now: Instant) {
        answers.keep(answer, at: believed(now))
    }

    /// Replaces a boundary; nothing is done where it stays the same.
    mutating func replace(_ old: Boundary?, by new: Boundary?) {
        guard old != new else { return }
        if let old { boundaries.remove(old) }
        if let new { boundaries.insert(new) }
    }

    /// Stores a contract and its next boundary.
    mutating func put(_ contract: Contract) {
        replace(contracts[contract.number]?.boundary, by: contract.boundary)
        let hadCycle = contracts[contract.number]?.account.open != nil
        let hasCycle = contract.account.open != nil
        if hadCycle != hasCycle {
            let count = zonesOfCycles[contract.zone, default: 0] + (hasCycle ? 1 : -1)
            zonesOfCycles[contract.zone] = count > 0 ? count : nil
        }
        let old = contracts.updateValue(contract, forKey: contract.number)
        if let old,
            old.terms.targets != contract.terms.targets
                || old.terms.package != contract.terms.package
        {
            refreshPlaces { $0.contract == contract.number }
        }
    }

    /// The ticket that was opened last.
    package var newestTicket: Ticket? { Identifier(lastTicket).flatMap { tickets[$0] } }

    /// The time entry that was booked last.
    package var newestEntry: TimeEntry? { Identifier(lastEntry).flatMap { entries[$0] } }

    private func expect(
        version wanted: UInt64, of command: some Command, in context: Context
    ) throws(Refusal) {
        guard let found = command.version(in: self) else {
            // If the thing does not exist, that refusal explains more than one about its version.
            _ = try command.decide(self, context)
            throw .invalid(.version, .noVersion)
        }
        guard wanted == found else { throw .versionConflict(wanted: wanted, found: found) }
    }
}

extension TreeDictionary {
    /// The value that a decision has made or changed under a key, once its events are applied.
    ///
    /// A decision names only keys that its events add or that exist already. Any other key is a
    /// programming error and stops the desk before the record is written.
    package func made(_ key: Key) -> Value {
        guard let value = self[key] else {
            preconditionFailure("a decision names \(key), which the state does not hold")
        }
        return value
    }
}

/// Lookup of things by name or number, with a refusal for unknown ones.
extension State {
    /// The client of this name, archived or not.
    package func client(_ name: Name<Client>) throws(Refusal) -> Client {
        guard let client = clients[name] else { throw .unknown(.client, name.text) }
        return client
    }

    /// The client of this name, refused when archived.
    func currentClient(_ name: Name<Client>) throws(Refusal) -> Client {
        let client = try client(name)
        guard !client.archived else { throw .clientArchived(name) }
        return client
    }

    /// The member of staff of this name.
    package func member(_ name: Name<Staff>) throws(Refusal) -> Staff {
        guard let staff = staff[name] else { throw .unknown(.staff, name.text) }
        return staff
    }

    /// The account manager of this name; a person of another role is refused (R7).
    func manager(_ name: Name<Staff>) throws(Refusal) -> Staff {
        let staff = try member(name)
        guard staff.role == .manager else { throw .notAManager(name, staff.role) }
        return staff
    }

    /// The ticket of this number.
    package func ticket(_ number: Identifier<Ticket>) throws(Refusal) -> Ticket {
        guard let ticket = tickets[number] else { throw .unknown(.ticket, number.description) }
        return ticket
    }

    /// The time entry of this number.
    package func entry(_ number: Identifier<TimeEntry>) throws(Refusal) -> TimeEntry {
        guard let entry = entries[number] else { throw .unknown(.entry, number.description) }
        return entry
    }

    /// The monitor of this name.
    package func monitor(_ name: Name<Monitor>) throws(Refusal) -> Monitor {
        guard let monitor = monitors[name] else { throw .unknown(.monitor, name.text) }
        return monitor
    }

    /// The client of the monitor that had a name when a record was written; nil for none.
    package func client(
        ofMonitor name: Name<Monitor>, inRecord sequence: UInt64
    ) -> Name<Client>? {
        let former = formerMonitors[name]?.first { $0.removedIn >= sequence }
        return former?.client ?? monitors[name]?.client
    }

    /// The name of a monitor that there is, or was; refuses any other.
    package func monitorEver(named name: Name<Monitor>) throws(Refusal) -> Name<Monitor> {
        guard monitors[name] != nil || formerMonitors[name] != nil else {
            throw .unknown(.monitor, name.text)
        }
        return name
    }

    /// The contract of a reference: by number, or the client's one active contract.
    package func contract(
        _ reference: ContractReference, at now: Instant, for use: ContractUse = .question
    ) throws(Refusal) -> Contract {
        switch reference {
        case .number(let number):
            guard let contract = contracts[number] else {
                throw .unknown(.contract, number.description)
            }
            return contract
        case .client(let name):
            _ = try client(name)
            let active = activeContracts(of: name, at: now)
            // Without an active contract, one that is suspended or has not begun is used, and else
            // one that has ended, so that its last statement can be requested.
            var found = active.isEmpty ? contractsInForce(of: name) : active
            if found.isEmpty {
                found = (contractsOfClient[name] ?? []).compactMap { contracts[$0] }
            }
            guard let contract = found.first, found.count == 1 else {
                throw .contractAmbiguous(
                    name, active: active.map(\.number),
                    inactive: active.isEmpty ? found.map(\.number) : [], use: use)
            }
            return contract
        }
    }

    /// A client's active contracts, lowest number first.
    package func activeContracts(of name: Name<Client>, at now: Instant) -> [Contract] {
        (contractsOfClient[name] ?? []).compactMap { contracts[$0] }
            .filter { $0.standing(at: now) == .active }
    }

    /// A client's contracts that have not ended, lowest number first.
    package func contractsInForce(of name: Name<Client>) -> [Contract] {
        (contractsOfClient[name] ?? []).compactMap { contracts[$0] }
            .filter { !$0.hasEnded }
    }

    /// All running timers, longest first.
    package var allTimers: [WorkTimer] {
        timers.values.sorted { ($0.startedAt, $0.version) < ($1.startedAt, $1.version) }
    }
}

extension Refusal {
    /// The refusal of a change without a new value.
    static let nothingToChange = Refusal.invalid(.change, .nothingNamed)
}
