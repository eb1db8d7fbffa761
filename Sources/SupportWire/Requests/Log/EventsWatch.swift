/// Streams every record as an `events.record` notification, without gaps.
package struct EventsWatch: Request {
    package static let method = "events.watch"
    package static let access = Access.read
    /// Begin after this sequence number; with what comes from now on unless said.
    package var since: UInt64?

    package init(since: UInt64? = nil) {
        self.since = since
    }

    /// From where the stream begins.
    package struct Reply: Codable, Hashable, Sendable {
        package var since: UInt64

        package init(since: UInt64) {
            self.since = since
        }
    }
}
