package import SupportModel

/// Signs a support package for a client (R1, R5, R7).
package struct ContractSign: Request {
    package static let method = "contract.sign"
    package static let access = Access.write
    /// The client that signs; refused when it is archived.
    package var client: Name<Client>
    /// The package of today's catalogue whose terms the contract keeps.
    package var package: Name<PackageOffer>
    /// The day of the first cycle.
    package var from: CivilDate
    /// The term.
    package var months: Int
    /// The account manager.
    package var manager: Name<Staff>
    /// What the contract is about, where a client has several: one line of at most 256 bytes.
    package var project: String?
    /// Hours a month, only where the package leaves them open.
    package var hours: MonthlyHours?
    /// `allow` unless said (R8).
    package var extra: ExtraPolicy?
    /// What happens at the end of the term; `manual` unless said (R5).
    package var renewal: RenewalPolicy?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        client: Name<Client>, package: Name<PackageOffer>, from: CivilDate, months: Int,
        manager:
            Name<Staff>, project: String? = nil, hours: MonthlyHours? = nil,
        extra: ExtraPolicy? = nil,
        renewal: RenewalPolicy? = nil, dryRun: Bool? = nil
    ) {
        self.client = client
        self.package = package
        self.from = from
        self.months = months
        self.manager = manager
        self.project = project
        self.hours = hours
        self.extra = extra
        self.renewal = renewal
        self.dryRun = dryRun
    }

    package typealias Reply = ContractView
}
