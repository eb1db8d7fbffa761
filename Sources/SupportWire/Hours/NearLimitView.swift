package import SupportModel

/// A contract whose hours are near one of their limits. Amounts of work are minutes.
package struct NearLimitView: View {
    package var contract: Identifier<Contract>
    /// The client that holds the contract.
    package var client: Name<Client>
    /// What the entries of the cycle draw.
    package var used: Minutes
    /// What there is to draw from, grouped hours included (R11).
    package var available: Minutes
    /// What this week has drawn.
    package var weekDrawn: Minutes
    /// The most that this week may draw (R9).
    package var weekLimit: Minutes
    /// What is left of the hours of the cycle.
    package var left: Minutes
    /// What of it the weekly limits still let through before it expires (R12).
    package var usable: Minutes
    /// The day at whose beginning what is left expires; missing where that is not known (R10).
    package var expires: CivilDate?

    /// What callers see of a balance that is near a limit.
    package init(_ balance: HourBalance, of contract: Contract) {
        self.contract = contract.number
        client = contract.client
        (used, available) = (balance.used, balance.granted + balance.grouped)
        (weekDrawn, weekLimit) = (balance.weekDrawn, balance.weekLimit)
        (left, usable, expires) = (balance.left, balance.usable, balance.expires)
    }
}
