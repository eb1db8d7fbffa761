package import SupportModel

/// `[monitoring]`: how monitors look unless they say otherwise.
package struct MonitoringTable: Hashable, Sendable {
    /// Checks of sites: HTTP and TCP.
    package var site = DeskPolicy().siteTiming
    /// Checks of resources: disk, memory and load.
    package var resource = DeskPolicy().resourceTiming

    /// The table as it is where no file sets a key of it.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        Self.read(&site, "site", &table)
        Self.read(&resource, "resource", &table)
        table.read("failures", .integer(1...100), into: &site.failuresToBelieve)
        table.read("successes", .integer(1...100), into: &site.successesToBelieve)
        resource.failuresToBelieve = site.failuresToBelieve
        resource.successesToBelieve = site.successesToBelieve
    }

    private static func read(
        _ timing: inout MonitorTiming, _ kind: String, _ table: inout TableReader
    ) {
        table.read("\(kind)_every", .seconds(1...86_400), into: &timing.intervalMilliseconds)
        table.read("\(kind)_retry", .seconds(1...86_400), into: &timing.retryMilliseconds)
        table.read(
            "\(kind)_timeout", .milliseconds(100...300_000), into: &timing.timeoutMilliseconds)
    }

    func check(_ draft: inout ConfigurationDraft) {
        check("site", site, &draft)
        check("resource", resource, &draft)
    }

    private func check(_ kind: String, _ timing: MonitorTiming, _ draft: inout ConfigurationDraft) {
        let (retry, every) = (timing.retryMilliseconds, timing.intervalMilliseconds)
        guard retry > every else { return }
        draft.report(
            ["monitoring.\(kind)_retry", "monitoring.\(kind)_every"],
            "a retry after \(DurationText.text(retry)) comes later than the next look, after "
                + DurationText.text(every),
            "give `\(kind)_retry` from 1s to `\(kind)_every`")
    }
}
