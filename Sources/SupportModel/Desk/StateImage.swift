import HashTreeCollections

/// The serialisable form of the state: the content of a snapshot.
///
/// Lists in order of name or number, so that equal states have equal images. Indexes are not
/// stored; they are rebuilt from the lists.
package struct StateImage: Sendable, Codable {
    var sequence: UInt64
    var lastRecordAt: Instant?
    var clients: [Client]
    var staff: [Staff]
    var contracts: [Contract]
    var tickets: [Ticket]
    var entries: [TimeEntry]
    /// Nil for none, as in snapshots of before months of work on demand were closed.
    var onDemand: [OnDemandAccount]?
    /// Nil for none, as in snapshots of releases that had no timers.
    var timers: [WorkTimer]?
    var monitors: [Monitor]
    /// In order of removal; nil for none, as in snapshots of before they were kept.
    var formerMonitors: [FormerMonitor]?
    var answers: [KeptAnswer]
    var lastTicket: Int
    var lastEntry: Int
    var lastContract: Int
    var clockDoubt: ClockDoubt?
    /// Nil for none, as in snapshots of releases that had no access data.
    var access: [Credential]?
    /// Nil for none, as in snapshots of releases that sealed secrets with the desk's key.
    var clientKeys: [ClientKey]?
    /// Nil for a desk that never queued a notice.
    var outbox: OutboxImage?
    /// What is kept of mail; nil for none, as in snapshots of before mail was taken in.
    var mail: MailImage?

    /// An answer with the time at which it was given.
    struct KeptAnswer: Sendable, Codable {
        var at: Instant
        var answer: StoredAnswer
    }

    /// The image of a state.
    package init(_ state: State) {
        sequence = state.sequence
        lastRecordAt = state.lastRecordAt
        clients = state.clients.values.sorted { $0.name < $1.name }
        staff = state.staff.values.sorted { $0.name < $1.name }
        contracts = state.contracts.values.sorted { $0.number < $1.number }
        tickets = state.tickets.values.sorted { $0.number < $1.number }
        entries = state.entries.values.sorted { $0.number < $1.number }
        let accounts = state.onDemand.values.sorted { $0.client < $1.client }
        onDemand = accounts.isEmpty ? nil : accounts
        timers = state.timers.isEmpty ? nil : state.allTimers
        monitors = state.monitors.values.sorted { $0.name < $1.name }
        let former = state.formerMonitors.values.flatMap { $0 }
            .sorted { ($0.removedIn, $0.name) < ($1.removedIn, $1.name) }
        formerMonitors = former.isEmpty ? nil : former
        answers = state.answers.kept.map { KeptAnswer(at: $0.at, answer: $0.answer) }
        lastTicket = state.lastTicket
        lastEntry = state.lastEntry
        lastContract = state.lastContract
        clockDoubt = state.clockDoubt
        let entries = state.access.values.sorted { $0.place < $1.place }
        access = entries.isEmpty ? nil : entries
        let keys = state.clientKeys.values.sorted { $0.client < $1.client }
        clientKeys = keys.isEmpty ? nil : keys
        outbox = OutboxImage(state.outbox)
        mail = MailImage(state)
    }
}

extension State {
    /// The state that an image describes.
    package init(_ image: StateImage) {
        sequence = image.sequence
        lastRecordAt = image.lastRecordAt
        for client in image.clients { clients[client.name] = client }
        for member in image.staff { staff[member.name] = member }
        for contract in image.contracts {
            put(contract)
            contractsOfClient[contract.client, default: []].append(contract.number)
        }
        for var ticket in image.tickets {
            // One that is open has none before its first change.
            if ticket.clock == nil, ticket.state != .open { ticket.clock = TicketClock(of: ticket) }
            put(ticket, insteadOf: nil)
            if let key = ticket.importKey { importedTickets[key] = ticket.number }
        }
        for entry in image.entries {
            entries[entry.number] = entry
            if let key = entry.importKey { importedEntries[key] = entry.number }
        }
        // Snapshots once did not keep it.
        for entry in image.entries {
            if let old = entry.replaces { entries[old]?.replacedBy = entry.number }
        }
        for account in image.onDemand ?? [] { put(account) }
        if image.onDemand == nil { takeOnDemand(image.entries) }
        for timer in image.timers ?? [] { timers[timer.by.identity] = timer }
        for monitor in image.monitors { monitors[monitor.name] = monitor }
        for former in image.formerMonitors ?? [] {
            formerMonitors[former.name, default: []].append(former)
        }
        for kept in image.answers { answers.keep(kept.answer, at: kept.at) }
        lastTicket = image.lastTicket
        lastEntry = image.lastEntry
        lastContract = image.lastContract
        clockDoubt = image.clockDoubt
        for entry in image.access ?? [] { access[entry.place] = entry }
        for key in image.clientKeys ?? [] { clientKeys[key.client] = key }
        if let image = image.outbox { outbox = Outbox(image) }
        if let mail = image.mail { take(mail) }
    }
}

extension State {
    /// Puts the entries of a snapshot that kept no months of work on demand into theirs.
    private mutating func takeOnDemand(_ entries: [TimeEntry]) {
        for entry in entries where entry.contract == nil && entry.isLive {
            changeOnDemand(ofTicket: entry.ticket) { $0.add(entry) }
        }
    }
}
