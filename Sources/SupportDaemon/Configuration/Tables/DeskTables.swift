package import SupportModel

/// `[agreement]`: the terms of contracts that are signed from now on.
package struct AgreementTable: Hashable, Sendable {
    /// The currency of every price: three capital letters, ISO 4217, with two decimals.
    package var currency = "EUR"
    /// The price of an hour without a package (R4), in minor units.
    package var onDemandRateMinorUnits = 9500
    /// The shortest term with the discount (R5), in months: 1 to 120.
    package var discountMonths = 12
    /// The discount on the package's fee (R5), in percent: 0 to 100.
    package var discountPercent = 10
    /// How level 1 work counts beyond the weekly limit (R9).
    package var emergencyBeyondLimit = EmergencyBeyondLimit.package

    mutating func read(_ table: inout TableReader) {
        table.read("currency", .currency, into: &currency)
        table.read("on_demand_rate", .money, into: &onDemandRateMinorUnits)
        table.read(
            "discount_months", .integer(1...ConfigurationLimits.termMonthsMax),
            into: &discountMonths)
        table.read("discount_percent", .integer(0...100), into: &discountPercent)
        table.read("emergency_beyond_limit", .choice, into: &emergencyBeyondLimit)
    }
}

/// `[monitoring]`: the default timing of monitors.
package struct MonitoringTable: Hashable, Sendable {
    /// The timing of HTTP and TCP checks.
    package var site = DeskPolicy().siteTiming
    /// The timing of disk, memory and load checks.
    package var resource = DeskPolicy().resourceTiming

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
            "a retry after \(DurationText.text(milliseconds: retry)) comes later than the next look, after "
                + DurationText.text(milliseconds: every),
            "give `\(kind)_retry` from 1s to `\(kind)_every`")
    }
}

/// `[tickets]`: how long tickets can be reopened.
package struct TicketsTable: Hashable, Sendable {
    /// How long after its resolution a ticket can be reopened, in days: 0 to 3650.
    package var reopenDays = 14

    mutating func read(_ table: inout TableReader) {
        table.read("reopen_days", .integer(0...3650), into: &reopenDays)
    }
}
