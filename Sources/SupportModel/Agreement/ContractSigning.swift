/// Signs a support package for a client (R1, R5, R7).
package struct SignContract: Command, Codable {
    package typealias Made = Identifier<Contract>

    /// The client; refused when archived.
    package var client: Name<Client>
    /// The offer of the catalogue whose terms the contract receives (R1).
    package var package: Name<PackageOffer>
    /// The day on which the first cycle begins, in the client's zone; in the years 2000 to 2199.
    package var from: CivilDate
    /// The term in months, which is also the number of cycles: 1 to `Limits.termMonthsMax` (R5).
    package var months: Int
    /// The account manager (R7), nil for the caller; a person of another role is refused.
    package var manager: Name<Staff>?
    /// The project that the package covers, where the client has several; nil for everything.
    package var project: String?
    /// Hours a month, any duration; only for a package whose hours are agreed per contract.
    package var hours: MonthlyHours?
    /// What happens to work that exceeds the package's hours (R8).
    package var extra: ExtraPolicy?
    /// What happens at the end of the term; nil: it ends.
    package var renewal: RenewalPolicy?

    /// - Parameter hours: what a month includes, where the package does not fix it.
    package init(
        client: Name<Client>, package: Name<PackageOffer>, from: CivilDate, months: Int,
        manager: Name<Staff>? = nil, project: String? = nil, hours: Minutes? = nil,
        extra: ExtraPolicy? = nil, renewal: RenewalPolicy? = nil
    ) {
        (self.client, self.package, self.from, self.months) = (client, package, from, months)
        (self.manager, self.project) = (manager, project)
        self.hours = hours.map { MonthlyHours($0) }
        self.extra = extra
        self.renewal = renewal
    }

    /// One `ContractSigned` with its first cycle; refused for a value that is not allowed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let client = try state.currentClient(client)
        let offer = try context.catalogue.known(package)
        let manager = try state.manager(try context.acting.person(manager, .manager))
        try checkTerm()
        let zone = try context.zone(client.zone)
        let terms = ContractTerms(
            offer: offer, included: try offer.hours(agreed: hours?.minutes), months: months,
            extraPolicy: extra ?? .allow,
            catalogue: context.catalogue)
        let signed = ContractSigned(
            number: Identifier(after: state.lastContract), client: client.name,
            project: try project.map { text throws(Refusal) in
                try BoundedText.line(text, .projectName)
            },
            manager: manager.name, zone: client.zone, start: from, months: months,
            terms: terms, renewal: renewal == .auto ? .auto : nil,
            first: Cycle(index: 0, anchor: from, zone: zone, granted: terms.included))
        let after = state.after([Event(signed)], context)
        let contract = after.contracts.made(signed.number)
        let notices = try after.notices(
            of: contract, Coverage(of: contract), at: context.now, context)
        return Decision(signed.number, [Event(signed)] + notices.map { Event($0) })
    }

    private func checkTerm() throws(Refusal) {
        try Term.check(months)
        guard (2000...2199).contains(from.year) else {
            throw .invalid(.start, .agreement(.start(from)))
        }
    }
}

/// A client signed a support package, and its first cycle was opened.
package struct ContractSigned: DeskEvent {
    package static let type = "contract.signed"
    var number: Identifier<Contract>
    var client: Name<Client>
    /// The project that the package covers; nil for everything the client has.
    var project: String?
    /// The account manager that was agreed (R7).
    var manager: Name<Staff>
    /// The client's zone on the day of signing, which the contract keeps.
    var zone: ZoneName
    /// The day of the first cycle, from which all others are computed (R10).
    var start: CivilDate
    /// The term in months.
    var months: Int
    /// The catalogue's offer as it was that day.
    var terms: ContractTerms
    /// What happens at the end of the term; nil: it ends.
    var renewal: RenewalPolicy?
    /// The first cycle, opened with the signature.
    var first: Cycle

    /// Adds the contract with its first cycle open.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.put(
            Contract(
                number: number, client: client, project: project, manager: manager, zone: zone,
                start: start, months: months, terms: terms, renewal: renewal, signedAt: stamp.at,
                signedBy: stamp.by, account: HourAccount(open: first), version: stamp.sequence))
        state.contractsOfClient[client, default: []].append(number)
        state.lastContract = max(state.lastContract, number.number)
    }

    /// `contract 3 signed: acme, Starter, 12 months from 2026-11-01`.
    package var summary: String {
        "contract \(number) signed: \(client), \(terms.title), \(months) months from \(start)"
    }
}
