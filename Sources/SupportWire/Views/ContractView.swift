package import SupportModel

/// A contract as the protocol shows it, with the terms that it was signed with.
package struct ContractView: Codable, Hashable, Sendable {
    package var contract: Identifier<Contract>
    package var client: Name<Client>
    package var project: String?
    package var package: Name<PackageOffer>
    package var title: String
    package var manager: Name<Staff>
    package var zone: ZoneName
    package var standing: ContractStanding
    package var start: CivilDate
    /// The day after the last cycle.
    package var end: CivilDate
    package var months: Int
    /// What a cycle grants, and what a week may draw, in minutes.
    package var included: Minutes
    package var weeklyLimit: Minutes
    package var monthlyFee: Money
    package var discountPercent: Int
    package var extraRate: Money
    package var extra: ExtraPolicy
    package var emergencyBeyondLimit: EmergencyBeyondLimit
    package var services: [Name<Service>]
    /// The open cycle; missing once the contract has ended.
    package var cycle: CycleView?
    /// In order.
    package var closedCycles: [CycleView]
    package var signedAt: Instant
    package var version: UInt64

    package init(_ contract: Contract, at now: Instant) {
        self.contract = contract.number
        client = contract.client
        project = contract.project
        package = contract.terms.package
        title = contract.terms.title
        manager = contract.manager
        zone = contract.zone
        standing = contract.standing(at: now)
        start = contract.start
        end = contract.end
        months = contract.months
        included = contract.terms.included
        weeklyLimit = contract.terms.weeklyLimit
        monthlyFee = contract.terms.monthlyFee
        discountPercent = contract.terms.discountPercent
        extraRate = contract.terms.extraRate
        extra = contract.terms.extraPolicy
        emergencyBeyondLimit = contract.terms.emergencyBeyondLimit
        services = contract.terms.services
        cycle = contract.account.open.map(CycleView.init)
        closedCycles = contract.account.closed.map(CycleView.init)
        signedAt = contract.signedAt
        version = contract.version
    }
}
