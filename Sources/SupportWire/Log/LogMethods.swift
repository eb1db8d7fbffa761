package import SupportJSON
package import SupportModel

/// Streams every record as an `events.record` notification, without gaps.
package struct EventsWatch: Request {
    package static let method = Method<Reply>.read("events.watch", .quick)

    /// The method of the notifications that follow; their parameters are a `LoggedRecord`.
    package static let notification = "events.record"
    /// Begin after this sequence number; with what comes from now on unless said.
    package var since: UInt64?

    package init(since: UInt64? = nil) {
        self.since = since
    }

    /// From where the stream begins.
    package struct Reply: View {
        /// The sequence number after which the stream begins; the first notification carries the
        /// next.
        package var since: UInt64

        package init(since: UInt64) {
            self.since = since
        }
    }
}

/// Lists what happened, oldest first.
package struct LogList: Request {
    package static let method = Method<Reply>.read("log.list", .long)

    /// Only records after this sequence number.
    package var since: UInt64?
    /// Only records of this moment and later.
    package var from: Instant?
    /// Only records of so many milliseconds before now and later; does not go with `from`.
    package var within: Int?
    /// Only events of this type, or of this noun: `ticket.opened`, `ticket`; `contract` means what
    /// happens to its cycles too.
    package var type: String?
    /// Only events about this ticket and its entries.
    package var ticket: Identifier<Ticket>?
    /// Only events about this client, its tickets, entries, contracts and monitors.
    package var client: Name<Client>?
    /// Whether the newest records are meant when there are more than the limit.
    package var last: Bool?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        since: UInt64? = nil, from: Instant? = nil, within: Int? = nil, type: String? = nil,
        ticket: Identifier<Ticket>? = nil, client: Name<Client>? = nil, last: Bool? = nil,
        limit: Int? = nil
    ) {
        self.since = since
        self.from = from
        self.within = within
        self.type = type
        self.ticket = ticket
        self.client = client
        self.last = last
        self.limit = limit
    }

    /// The records, as the journal has them; `next` continues where the limit or the scan stopped.
    package struct Reply: View {
        /// The records that match, oldest first, each with only the events that match.
        package var records: [LoggedRecord]
        /// The `since` of the next call; missing at the end of the log.
        package var next: UInt64?
        /// The records among those that were searched which cannot be read, in order; missing for
        /// none.
        package var unreadable: [UnreadableRecords]?

        /// - Parameter unreadable: in order; empty for none.
        package init(
            records: [LoggedRecord], next: UInt64? = nil, unreadable: [UnreadableRecords] = []
        ) {
            self.records = records
            self.next = next
            self.unreadable = unreadable.isEmpty ? nil : unreadable
        }
    }
}

/// Records of the journal that cannot be read, because a file does not hold what was written to it.
package struct UnreadableRecords: View {
    /// The first of them.
    package var from: UInt64
    /// The last of them.
    package var to: UInt64
    /// What is wrong, naming the file and the place.
    package var why: String

    package init(from: UInt64, to: UInt64, why: String) {
        self.from = from
        self.to = to
        self.why = why
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
    /// What happened, in order; a filtered list shows only the events that match.
    package var events: [LoggedEvent]

    package init(seq: UInt64, at: Instant, by: Principal, events: [LoggedEvent]) {
        self.seq = seq
        self.at = at
        self.by = by
        self.events = events
    }
}

/// One event: its type, a sentence for people, and its members for programs.
package struct LoggedEvent: View {
    /// `noun.past-tense`.
    package var type: String
    /// What happened in one sentence for people.
    package var summary: String
    /// The event's own JSON object; its cycles count from 1.
    package var event: RawJSON

    /// An event as the journal has it, whose cycles count from 0.
    package init(type: String, summary: String, stored: JSONValue) {
        self.type = type
        self.summary = summary
        event = CycleNumbers.areStored(in: type) ? CycleNumbers.fromOne(stored) : RawJSON(stored)
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
