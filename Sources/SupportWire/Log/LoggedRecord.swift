package import SupportJSON
package import SupportModel

/// Records of the journal that cannot be read, because a file does not hold what was written to it.
package struct UnreadableRecords: View {
    /// The first of them.
    package var from: UInt64
    /// The last of them.
    package var to: UInt64
    /// What is wrong, naming the file and the place.
    package var why: String

    package init(from: UInt64, to: UInt64, why: String) {
        (self.from, self.to, self.why) = (from, to, why)
    }
}

/// A record of the journal as the protocol shows it.
package struct LoggedRecord: View {
    /// The record's sequence number: 1 for the desk's first, then without gaps.
    package var seq: UInt64
    /// When it happened, by the desk's clock.
    package var at: Instant
    /// Who caused it: a person, or the desk by a rule.
    package var by: Principal
    /// The member of staff who caused it; in records of before there were rights, whose Unix user
    /// that is now. Missing where it was none.
    package var staff: Name<Staff>?
    /// The role in which they acted, or `owner` for root and the daemon's user; missing for the desk
    /// itself, and in records of before there were rights.
    package var role: Capacity?
    /// What happened, in order; a filtered list shows only the events that match.
    package var events: [LoggedEvent]

    /// What callers see of a record with that stamp.
    ///
    /// - Parameter staff: the staff whom its principal is bound to.
    package init(_ stamp: Stamp, staff: Name<Staff>? = nil, events: [LoggedEvent]) {
        seq = stamp.sequence
        at = stamp.at
        by = stamp.by
        self.staff = stamp.acted?.staff ?? staff
        role = stamp.acted?.capacity
        self.events = events
    }
}

/// One event: its type, a sentence for people, and its members for programs.
package struct LoggedEvent: View {
    /// `noun.past-tense`.
    package var type: String
    /// What happened in one sentence for people.
    package var summary: String
    /// The client that it is about, or that has what it is about; missing for none.
    package var client: Name<Client>?
    /// The ticket that it is about, or that its entry was booked on; missing for none.
    package var ticket: Identifier<Ticket>?
    /// That ticket's subject.
    package var subject: String?
    /// The first words of the note or the reason that the event holds, at most
    /// `WireLimits.loggedNoteBytesMax`; missing where there is none, or the summary has them.
    package var note: String?
    /// The event's own JSON object; its cycles count from 1.
    package var event: RawJSON

    /// An event as the journal has it, whose cycles count from 0.
    package init(
        type: String, summary: String, client: Name<Client>? = nil, ticket: Ticket? = nil,
        stored: JSONValue
    ) {
        (self.type, self.summary, self.client) = (type, summary, client)
        self.ticket = ticket?.number
        subject = ticket?.subject
        note = Self.firstWords(of: stored, besides: summary)
        event = CycleNumbers.areStored(in: type) ? CycleNumbers.fromOne(stored) : RawJSON(stored)
    }
}

extension LoggedEvent {
    /// The first line with words in it of an event's note or reason, cut to
    /// `WireLimits.loggedNoteBytesMax`; nil for none, and for one that the summary holds.
    private static func firstWords(of event: JSONValue, besides summary: String) -> String? {
        let text = ["text", "note", "reason"].lazy.compactMap { event[member: $0]?.string }.first
        let line = text?.drop(while: \.isWhitespace).prefix { !$0.isNewline }
        guard let line, !line.isEmpty, !summary.hasSuffix(": \(line)") else { return nil }
        return PrintableText.line(String(line), bytesMax: WireLimits.loggedNoteBytesMax)
    }
}

/// The numbers of cycles in an event: the journal counts from 0, the protocol from 1.
private enum CycleNumbers {
    /// The members that hold such a number.
    private static let members: Set = ["cycle", "settled_in", "index", "first"]

    /// Whether events of a type can hold such numbers.
    static func areStored(in type: String) -> Bool {
        ["contract.", "cycle.", "hours.", "time.", "timer."].contains { type.hasPrefix($0) }
    }

    /// The same JSON with each of them one higher.
    static func fromOne(_ value: JSONValue) -> RawJSON {
        var writer = JSONWriter()
        write(value, &writer)
        return RawJSON(trusting: writer.take())
    }

    private static func write(_ value: JSONValue, _ writer: inout JSONWriter) {
        if value.isObject {
            writer.beginObject()
            for member in value.members {
                writer.name(member.name)
                if let number = member.value.int, members.contains(member.name) {
                    writer.int(number &+ 1)
                } else {
                    write(member.value, &writer)
                }
            }
            writer.endObject()
        } else if value.isArray {
            writer.beginArray()
            for element in value.elements { write(element, &writer) }
            writer.endArray()
        } else {
            writer.raw(value)
        }
    }
}
