package import SupportModel

/// The desk on one screen.
package struct DeskStatus: Request {
    package static let method = "desk.status"
    package static let access = Access.read

    package init() {}

    /// How the desk is.
    package struct Reply: Codable, Hashable, Sendable {
        package var release: String
        /// The last record.
        package var seq: UInt64
        package var now: Instant
        package var startedAt: Instant
        package var testClock: Bool
        /// `ok`, or why nothing can be stored.
        package var storage: String
        /// `connected`, or since when there is none.
        package var worker: String
        package var clients: Int
        package var activeContracts: Int
        /// By level, `1` to `4`.
        package var liveTickets: [String: Int]
        /// By state.
        package var monitors: [String: Int]
        /// When the next cycle ends.
        package var nextBoundary: Instant?
        /// The first places of the queue.
        package var next: [QueuePlaceView]
        /// Monitors that are down, failing or recovering.
        package var trouble: [MonitorView]

        package init(
            release: String, seq: UInt64, now: Instant, startedAt: Instant, testClock: Bool,
            storage: String, worker: String, clients: Int, activeContracts: Int, liveTickets:
            [String: Int], monitors: [String: Int], nextBoundary: Instant? = nil, next:
            [QueuePlaceView], trouble: [MonitorView]
        ) {
            self.release = release
            self.seq = seq
            self.now = now
            self.startedAt = startedAt
            self.testClock = testClock
            self.storage = storage
            self.worker = worker
            self.clients = clients
            self.activeContracts = activeContracts
            self.liveTickets = liveTickets
            self.monitors = monitors
            self.nextBoundary = nextBoundary
            self.next = next
            self.trouble = trouble
        }
    }
}
