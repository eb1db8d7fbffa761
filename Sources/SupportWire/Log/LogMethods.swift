import SupportJSON
package import SupportModel

/// Streams every record as an `events.record` notification, without gaps.
///
/// With a choice of events only records with such an event are sent, each with only those, and
/// `passed` says from time to time how far the others were passed over.
package struct EventsWatch: Request, EventChoosing {
    package static let method = Method<Reply>.read("events.watch", .quick)

    /// The method of the notifications that follow; their parameters are a `LoggedRecord`.
    package static let notification = "events.record"
    /// The method of the notifications that say how far records were passed over; their parameters
    /// are a `PassedRecords`.
    package static let passed = "events.passed"
    /// Begin after this sequence number; with what comes from now on unless said.
    package var since: UInt64?
    package var type: String?
    package var ticket: Identifier<Ticket>?
    package var client: Name<Client>?
    package var contract: ContractReference?
    package var monitor: Name<Monitor>?
    package var level: OneOrMore<Level>?
    package var assignee: Name<Staff>?
    package var staff: Name<Staff>?

    package init(since: UInt64? = nil) {
        self.since = since
    }

    /// From where the stream begins.
    package struct Reply: View {
        /// The sequence number after which the stream begins; the first notification carries the
        /// next.
        package var since: UInt64
        /// The contract whose events were chosen, also where it was by its client, who may have
        /// another later; missing for none.
        package var contract: Identifier<Contract>?

        package init(since: UInt64, contract: Identifier<Contract>? = nil) {
            (self.since, self.contract) = (since, contract)
        }
    }
}

/// Lists what happened, oldest first.
package struct LogList: Request, EventChoosing {
    package static let method = Method<Reply>.read("log.list", .long)

    /// Only records after this sequence number.
    package var since: UInt64?
    /// Only records of this moment and later.
    package var from: Instant?
    /// Only records of so many milliseconds before now and later; does not go with `from`.
    package var within: Int?
    package var type: String?
    package var ticket: Identifier<Ticket>?
    package var client: Name<Client>?
    package var contract: ContractReference?
    package var monitor: Name<Monitor>?
    package var level: OneOrMore<Level>?
    package var assignee: Name<Staff>?
    package var staff: Name<Staff>?
    /// Whether the newest records are meant when there are more than the limit.
    package var last: Bool?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        since: UInt64? = nil, from: Instant? = nil, within: Int? = nil, type: String? = nil,
        ticket: Identifier<Ticket>? = nil, client: Name<Client>? = nil, last: Bool? = nil,
        limit: Int? = nil
    ) {
        (self.since, self.from, self.within, self.type) = (since, from, within, type)
        (self.ticket, self.client, self.last, self.limit) = (ticket, client, last, limit)
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
            (self.records, self.next) = (records, next)
            self.unreadable = unreadable.isEmpty ? nil : unreadable
        }
    }
}
