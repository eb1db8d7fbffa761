/// Defaults of the desk that are not part of what the agency sells.
package struct DeskPolicy: Hashable, Sendable {
    /// How long after its resolution a ticket can be reopened, in days; 0 or more.
    package var reopenDays: Int
    /// How a check of a site looks unless told otherwise.
    package var siteTiming: MonitorTiming
    /// How a check of a resource looks unless told otherwise.
    package var resourceTiming: MonitorTiming

    package init(
        reopenDays: Int = 14,
        siteTiming: MonitorTiming = MonitorTiming(
            intervalMilliseconds: 60_000, retryMilliseconds: 10_000, timeoutMilliseconds: 10_000),
        resourceTiming: MonitorTiming = MonitorTiming(
            intervalMilliseconds: 60_000, retryMilliseconds: 10_000, timeoutMilliseconds: 10_000)
    ) {
        self.reopenDays = reopenDays
        self.siteTiming = siteTiming
        self.resourceTiming = resourceTiming
    }
}
