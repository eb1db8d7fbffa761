/// Streams every record as an `events.record` notification, without gaps.
package struct EventsWatch: Request {
    package static let method = "events.watch"
    package static let access = Access.read
    package static let cost = Cost.quick
    /// The method of the notifications that follow; their parameters are a `LoggedRecord`.
    package static let notification = "events.record"
    /// Begin after this sequence number; with what comes from now on unless said.
    package var since: UInt64?

    package init(since: UInt64? = nil) {
        self.since = since
    }

    /// From where the stream begins.
    package struct Reply: Codable, Hashable, Sendable {
        /// The sequence number after which the stream begins; the first notification carries the
        /// next.
        package var since: UInt64

        package init(since: UInt64) {
            self.since = since
        }
    }
}
