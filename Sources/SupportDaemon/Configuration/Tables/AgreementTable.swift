package import SupportModel

/// `[agreement]`: what holds for every contract that is signed from now on.
package struct AgreementTable: Hashable, Sendable {
    /// Of every price: three capital letters, ISO 4217, with two decimals.
    package var currency = "EUR"
    /// What an hour costs without a package (R4), in minor units.
    package var onDemandRateMinorUnits = 9500
    /// The term from which the discount is given (R5), in months: 1 to 120.
    package var discountMonths = 12
    /// The discount on the package's fee (R5), in percent: 0 to 100.
    package var discountPercent = 10
    /// What Level 1 work does beyond the weekly limit (R9).
    package var emergencyBeyondLimit = EmergencyBeyondLimit.package

    /// The table as it is where no file sets a key of it.
    package init() {}

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
