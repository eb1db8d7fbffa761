package import SupportModel

/// Lists the tickets that want work in working order, with the reasons.
package struct QueueList: Request {
    package static let method = "queue.list"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Only this person's; ranks stay those of the whole queue.
    package var assignee: Name<Staff>?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(assignee: Name<Staff>? = nil, limit: Int? = nil) {
        self.assignee = assignee
        self.limit = limit
    }

    /// The queue; `more` when the limit cut it.
    package struct Reply: Codable, Hashable, Sendable {
        /// The places in working order, rank 1 first.
        package var queue: [QueuePlaceView]
        /// True when the limit left places out.
        package var more: Bool

        package init(queue: [QueuePlaceView], more: Bool) {
            self.queue = queue
            self.more = more
        }
    }
}
