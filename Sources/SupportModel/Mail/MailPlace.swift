/// Where a mail belongs, by its sender and by what it answers.
enum MailPlace: Hashable {
    /// It is a person's, and goes to a ticket; `staff` where a member of the staff wrote it.
    case ticket(Ticket, staff: Name<Staff>?)
    /// It opens a ticket; `follows` is an earlier one that it answers and that is closed for good.
    case new(Name<Client>, Identifier<Contract>?, follows: Identifier<Ticket>?)
    /// No rule says where, or it is no person's; the ticket that it names, if any.
    case held(HoldReason, Identifier<Ticket>?)

    /// The place by the rules; throws nothing for any mail.
    init(of mail: ReceivedMail, _ state: State, _ context: Context) throws(Refusal) {
        let policy = context.policy.mail
        let named = state.ticket(of: mail)
        if let reason = HoldReason(mail.kind) {
            self = .held(reason, named)
            return
        }
        guard let sender = mail.sender else {
            self = .held(.noSender, named)
            return
        }
        guard state.mails(of: sender, inTheHourOf: state.believed(context.now)) < policy.hourlyMax
        else {
            self = .held(.tooMany, named)
            return
        }
        let clients = state.clients.values.filter { $0.has(sender) }
        let current = clients.filter { !$0.archived }.map(\.name).sorted()
        if let client = current.first, current.count == 1 {
            self = Self.place(named, of: client, state, context)
        } else if current.count > 1 {
            self = Self.ambiguous(named, among: current, state, context)
        } else if let staff = state.staffWriting(sender) {
            self = Self.place(named, written: staff, mail, state, policy)
        } else {
            self = .held(clients.isEmpty ? .unknownSender : .archivedClient, named)
        }
    }

    /// The mail of a client.
    private static func place(
        _ named: Identifier<Ticket>?, of client: Name<Client>, _ state: State, _ context: Context
    ) -> MailPlace {
        if let named, let ticket = state.tickets[named] {
            guard ticket.client == client else { return .held(.otherTicket, named) }
            if ticket.state.isLive || state.canReopen(ticket, context) {
                return .ticket(ticket, staff: nil)
            }
            if let live = state.liveContinuation(of: ticket).flatMap({ state.tickets[$0] }) {
                return .ticket(live, staff: nil)
            }
        }
        return opening(for: client, follows: named, state, context)
    }

    private static func opening(
        for client: Name<Client>, follows: Identifier<Ticket>?, _ state: State, _ context: Context
    ) -> MailPlace {
        let active = state.activeContracts(of: client, at: state.believed(context.now))
        switch active.count {
        case 1: return .new(client, active[0].number, follows: follows)
        case 0 where context.policy.mail.onDemand: return .new(client, nil, follows: follows)
        case 0: return .held(.noContract, follows)
        default: return .held(.ambiguousContract, follows)
        }
    }

    /// The mail of an address that several clients have: only the ticket that it answers can tell.
    private static func ambiguous(
        _ named: Identifier<Ticket>?, among clients: [Name<Client>], _ state: State,
        _ context: Context
    ) -> MailPlace {
        guard let named, let ticket = state.tickets[named], clients.contains(ticket.client),
            ticket.state.isLive || state.canReopen(ticket, context)
        else { return .held(.ambiguousSender, named) }
        return .ticket(ticket, staff: nil)
    }

    /// The mail of a member of the staff.
    private static func place(
        _ named: Identifier<Ticket>?, written staff: Name<Staff>, _ mail: ReceivedMail,
        _ state: State, _ policy: MailPolicy
    ) -> MailPlace {
        guard let named, let ticket = state.tickets[named] else {
            return .held(.staffWithoutTicket, nil)
        }
        guard mail.doubt(by: policy.authenticationServer) == nil else {
            return .held(.doubtedStaff, named)
        }
        return .ticket(ticket, staff: staff)
    }
}

extension Client {
    /// Whether mail of a sender is the client's.
    fileprivate func has(_ sender: MailSender) -> Bool {
        mails.contains { MailAddress.areSame($0, sender.address) }
    }
}

extension State {
    /// The ticket that a mail names in its subject or answers: that of the subject, else the nearest of
    /// its references. One that does not exist counts for nothing, as others write `[#12]` too.
    fileprivate func ticket(of mail: ReceivedMail) -> Identifier<Ticket>? {
        if let named = mail.subjectTickets.first(where: { tickets[$0] != nil }) {
            return survivor(of: named)
        }
        for reference in mail.references ?? [] {
            if let own = OwnMessageID.ticket(reference), tickets[own] != nil {
                return survivor(of: own)
            }
            if let known = ticketsOfMessages[reference] { return survivor(of: known) }
        }
        return nil
    }

    /// How many mails of a sender came in the same hour.
    fileprivate func mails(of sender: MailSender, inTheHourOf now: Instant) -> Int {
        guard let rate = mailRates[sender.key], rate.hour == now.hour else { return 0 }
        return rate.count
    }

    /// The member of the staff with the sender's address; the first by name of several.
    fileprivate func staffWriting(_ sender: MailSender) -> Name<Staff>? {
        staff.values
            .filter { $0.mail.map { MailAddress.areSame($0, sender.address) } ?? false }
            .map(\.name).min()
    }

    /// Whether a ticket that is resolved or closed can still be reopened.
    func canReopen(_ ticket: Ticket, _ context: Context) -> Bool {
        let reopening = ReopenTicket(ticket: ticket.number, reason: "mail")
        return (try? reopening.decide(self, context))?.made == ticket.number
    }

    /// The contract that pays for a ticket of a client; nil: on demand, where it has no active one.
    func payer(of client: Client, _ context: Context) throws(Refusal) -> Identifier<Contract>? {
        guard !activeContracts(of: client.name, at: believed(context.now)).isEmpty else {
            return nil
        }
        return try contract(.client(client.name), at: believed(context.now), for: .newTicket).number
    }
}

extension Instant {
    /// The hour that it lies in, counted from 1970.
    var hour: Int64 { millisecondsSinceEpoch.dividedRoundingDown(by: 3_600_000) }
}

extension Int64 {
    fileprivate func dividedRoundingDown(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
