/// Signs a support package for a client (R1, R5, R7).
package struct SignContract: Command {
    /// Who is looked after; refused when archived.
    package var client: Name<Client>
    /// The offer of the catalogue whose terms the contract takes over (R1).
    package var package: Name<PackageOffer>
    /// The day on which the first cycle begins, in the client's zone; in the years 2000 to 2199.
    package var start: CivilDate
    /// The term in months, which is also the number of cycles: 1 to `Limits.termMonthsMax` (R5).
    package var months: Int
    /// The account manager (R7); anyone of another role is refused.
    package var manager: Name<Staff>
    /// What the package looks after, where the client has several; nil for everything.
    package var project: String?
    /// Hours a month, any duration: for a package whose hours are agreed per contract, and only there.
    package var hours: Minutes?
    /// What happens to work that passes the package's hours (R8).
    package var extraPolicy: ExtraPolicy
    /// What happens at the end of the term; nil: it ends.
    package var renewal: RenewalPolicy?

    package init(
        client: Name<Client>, package: Name<PackageOffer>, start: CivilDate, months: Int,
        manager: Name<Staff>, project: String? = nil, hours: Minutes? = nil,
        extraPolicy: ExtraPolicy = .allow, renewal: RenewalPolicy? = nil
    ) {
        self.client = client
        self.package = package
        self.start = start
        self.months = months
        self.manager = manager
        self.project = project
        self.hours = hours
        self.extraPolicy = extraPolicy
        self.renewal = renewal
    }

    /// One `ContractSigned` with its first cycle, or the value that does not fit.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let client = try state.currentClient(client)
        let offer = try context.catalogue.known(package)
        let manager = try state.manager(manager)
        try checkTerm()
        let zone = try context.zone(client.zone)
        let terms = ContractTerms(
            offer: offer, included: try offer.hours(agreed: hours), months: months,
            extraPolicy: extraPolicy,
            catalogue: context.catalogue)
        let signed = ContractSigned(
            number: Identifier(after: state.lastContract), client: client.name,
            project: try project.map { text throws(Refusal) in
                try BoundedText.line(text, "the project's name")
            },
            manager: manager.name, zone: client.zone, start: start, months: months,
            terms: terms, renewal: renewal == .auto ? .auto : nil,
            first: Cycle(index: 0, anchor: start, zone: zone, granted: terms.included))
        return try state.telling([Event(signed)], of: signed.number, context)
    }

    private func checkTerm() throws(Refusal) {
        try Term.check(months)
        guard (2000...2199).contains(start.year) else {
            throw .invalid(
                what: "the start \(start)", why: "is not in the years 2000 to 2199",
                wayOut: "give the day on which the first cycle begins")
        }
    }
}
