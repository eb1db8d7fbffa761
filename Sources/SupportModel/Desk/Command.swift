/// A request for a change, by a caller or by the desk itself.
package protocol Command<Made>: Sendable {
    /// The result of the decision: the key of the thing that was made or changed, or `Void`.
    associatedtype Made: Sendable
    /// The events that the command causes and their result; throws the refusal.
    func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made>
    /// The version of the thing that it changes; nil where it creates one.
    func version(in state: State) -> UInt64?
    /// The same command of the tickets that those which it names were merged into.
    func following(_ state: State) -> Self
    /// Whether notices tell what it changes.
    static var isTold: Bool { get }
}

extension Command {
    /// Nil by default, as for a command that creates a thing.
    package func version(in state: State) -> UInt64? { nil }

    /// Itself by default, as for a command that names no ticket.
    package func following(_ state: State) -> Self { self }

    /// True by default.
    package static var isTold: Bool { true }
}

/// A command that can take long to decide, and is decided on a copy of the state while others change
/// the desk.
package protocol LongCommand: Command {
    /// The decision that would be made on a later state, derived from the one made on an earlier state;
    /// nil where something that the decision depends on has changed, so that it has to be made again.
    ///
    /// Catalogue, policy, calendar and the quarter of an hour are those of the decision.
    func rebase(
        _ decision: Decision<Made>, from base: State, onto state: State
    ) -> Decision<Made>?
}

extension LongCommand {
    /// False: it tells what happened long ago or elsewhere, and its decision may be derived for a later
    /// state, in which other notices wait.
    package static var isTold: Bool { false }

    /// Nil: the decision depends on the whole state, unless a command implements this itself.
    package func rebase(
        _ decision: Decision<Made>, from base: State, onto state: State
    ) -> Decision<Made>? { nil }
}

/// The result of deciding a command.
package struct Decision<Made: Sendable>: Sendable {
    /// The thing that its events create or change, for the answer; the state holds it once they are
    /// applied.
    package var made: Made
    /// The events, in order; empty when nothing changes.
    package var events: [Event]

    package init(_ made: Made, _ events: [Event]) {
        (self.made, self.events) = (made, events)
    }

    /// A decision of a few known events.
    init(_ made: Made, _ events: any DeskEvent...) {
        self.init(made, events.map(Event.init))
    }
}

extension Decision<Void> {
    /// A decision without a result for the answer.
    init(_ events: [Event]) { self.init((), events) }
}

/// The input of a decision besides the state.
package struct Context: Sendable {
    /// The wall clock's time.
    package var now: Instant
    /// The principal that requests it.
    package var by: Principal
    /// The member of staff that the principal is, and what they may do.
    package var acting: Acting
    /// The calendar with the zones, which give when days begin.
    package var calendar: any CivilCalendar
    /// The offers for new contracts.
    package var catalogue: Catalogue
    /// The defaults that the operator has set.
    package var policy: DeskPolicy
    /// The routes of notices and their texts.
    package var notices: NoticeRules
    /// The version of the thing to change as the caller has read it; nil for no check.
    package var ifVersion: UInt64?
    /// The contents of attachments that are stored.
    package var contents: StoredContents

    package init(
        now: Instant, by: Principal, acting: Acting = .owner, calendar: any CivilCalendar,
        catalogue: Catalogue, policy: DeskPolicy, notices: NoticeRules = NoticeRules(),
        ifVersion: UInt64? = nil, contents: StoredContents = StoredContents()
    ) {
        (self.now, self.by, self.acting, self.calendar) = (now, by, acting, calendar)
        (self.catalogue, self.policy, self.ifVersion) = (catalogue, policy, ifVersion)
        (self.notices, self.contents) = (notices, contents)
    }

    /// The rules of a zone, or a refusal that names it.
    func zone(_ name: ZoneName) throws(Refusal) -> any CivilZone {
        guard let zone = calendar.zone(named: name) else { throw .unknown(.zone, name.text) }
        return zone
    }
}

/// Defaults of the desk that are not part of what the agency sells.
package struct DeskPolicy: Hashable, Sendable {
    /// How long after its resolution a ticket can be reopened, in days; 0 or more.
    package var reopenDays: Int
    /// The default timing of a site check.
    package var siteTiming: MonitorTiming
    /// The default timing of a resource check.
    package var resourceTiming: MonitorTiming
    /// How much attachments may take.
    package var attachments: AttachmentPolicy
    /// What is done with mail.
    package var mail = MailPolicy()

    package init(
        reopenDays: Int = 14,
        siteTiming: MonitorTiming = MonitorTiming(
            intervalMilliseconds: 60_000, retryMilliseconds: 10_000, timeoutMilliseconds: 10_000),
        resourceTiming: MonitorTiming = MonitorTiming(
            intervalMilliseconds: 60_000, retryMilliseconds: 10_000, timeoutMilliseconds: 10_000),
        attachments: AttachmentPolicy = AttachmentPolicy()
    ) {
        (self.reopenDays, self.siteTiming) = (reopenDays, siteTiming)
        (self.resourceTiming, self.attachments) = (resourceTiming, attachments)
    }
}

/// Several commands as one: each is decided on the state after those before it, and all their
/// events make one record. If one is refused, all are.
package struct Batch: Command {
    /// The commands, in order.
    package var steps: [any Command]

    package init(_ steps: [any Command]) {
        self.steps = steps
    }

    /// The events of all steps in order; throws the first refusal.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        var draft = RecordDraft(state, context)
        for step in steps { try draft.add(step: step) }
        return Decision(draft.events)
    }
}

/// The time, the principal and the record of an event.
package struct Stamp: Hashable, Sendable {
    /// The record's sequence number: 1 for the first, no gaps.
    package var sequence: UInt64
    /// When it was decided, by the desk's clock. A cycle that closes late has its boundary's time in
    /// the event, not here.
    package var at: Instant
    /// Who caused it: a person, or the desk itself.
    package var by: Principal
    /// As whom a person acted; nil for the desk itself, and in records of before there were rights.
    package var acted: ActedAs?

    package init(sequence: UInt64, at: Instant, by: Principal, acted: ActedAs? = nil) {
        (self.sequence, self.at, self.by, self.acted) = (sequence, at, by, acted)
    }
}
