/// One decision as the journal keeps it: all its events happen, or none.
package struct Record: Sendable {
    /// When, by whom and as which record it was decided; all its events share it.
    package var stamp: Stamp
    /// At least one, in order.
    package var events: [Event]
    /// The answer that was given, where the request carried a key.
    package var answer: StoredAnswer?

    package init(stamp: Stamp, events: [Event], answer: StoredAnswer? = nil) {
        self.stamp = stamp
        self.events = events
        self.answer = answer
    }
}

extension Record: Codable {
    private enum CodingKeys: CodingKey { case seq, at, by, events, answer }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        stamp = Stamp(
            sequence: try container.decode(UInt64.self, forKey: .seq),
            at: try container.decode(Instant.self, forKey: .at),
            by: try container.decode(Actor.self, forKey: .by))
        events = try container.decode([Event].self, forKey: .events)
        answer = try container.decodeIfPresent(StoredAnswer.self, forKey: .answer)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(stamp.sequence, forKey: .seq)
        try container.encode(stamp.at, forKey: .at)
        try container.encode(stamp.by, forKey: .by)
        try container.encode(events, forKey: .events)
        try container.encodeIfPresent(answer, forKey: .answer)
    }
}
