package import SupportModel

/// Says what time it is at the desk.
package struct ClockShow: Request {
    package static let method = "clock.show"
    package static let access = Access.read
    package static let cost = Cost.quick

    /// The request, which has no parameters.
    package init() {}

    /// The desk's clock.
    package struct Reply: Codable, Hashable, Sendable {
        /// What the desk's clock shows.
        package var now: Instant
        /// True when the clock only moves by `clock.advance`.
        package var test: Bool
        /// When the next cycle ends.
        package var nextBoundary: Instant?
        /// Why the clock is not trusted; missing while it is.
        package var doubt: ClockDoubtView?

        package init(
            now: Instant, test: Bool, nextBoundary: Instant? = nil, doubt: ClockDoubtView? = nil
        ) {
            self.now = now
            self.test = test
            self.nextBoundary = nextBoundary
            self.doubt = doubt
        }
    }
}
