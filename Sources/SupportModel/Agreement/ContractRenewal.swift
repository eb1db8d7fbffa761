/// Extends a contract by a new term, on the present terms of the catalogue (R5).
package struct RenewContract: ContractCommand, Codable {
    package typealias Made = ChangedHours

    /// The contract; also one that has ended, as long as the next cycle would not be over yet.
    package var contract: ContractReference
    /// The months of the new term; nil: as many as the last.
    package var months: Int?
    /// The package of the new term; nil: the present one.
    package var package: Name<PackageOffer>?
    /// Hours a month, for a package that does not fix them; nil: as before.
    package var hours: MonthlyHours?

    /// - Parameter hours: what a month includes, where the package does not fix it.
    package init(
        contract: ContractReference, months: Int? = nil, package: Name<PackageOffer>? = nil,
        hours: Minutes? = nil
    ) {
        (self.contract, self.months, self.package) = (contract, months, package)
        self.hours = hours.map { MonthlyHours($0) }
    }

    /// One `ContractRenewed`, with the `HoursNotified` that become due where a cycle begins by it; refused
    /// for one that was terminated or renewed already.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        _ = try state.currentClient(found.client)
        try expectRenewable(found)
        let months = months ?? found.termMonths ?? found.months
        try Term.check(months)
        guard found.months + months <= Limits.contractMonthsMax else {
            throw .invalid(.months, .agreement(.tooManyCycles))
        }
        let renewed = ContractRenewed(
            contract: found.number, months: months, terms: try terms(found, months, context),
            open: try firstCycle(found, months, context))
        let (hours, events) = try state.changingHours(of: found, by: [Event(renewed)], context)
        return Decision(hours, events)
    }

    private func expectRenewable(_ found: Contract) throws(Refusal) {
        guard !found.isCalledOff else {
            throw .contractState(found.number, .term(.calledOff(start: found.start)))
        }
        if let termination = found.termination {
            throw .contractState(found.number, .term(.terminated(termination)))
        }
        guard found.renewedCycle == nil else {
            throw .contractState(
                found.number, .term(.renewedAlready(lastDay: found.end.advanced(byDays: -1))))
        }
    }

    private func terms(
        _ found: Contract, _ months: Int, _ context: Context
    ) throws(Refusal) -> ContractTerms {
        let last = found.planned?.last?.terms ?? found.terms
        let offer = try context.catalogue.known(package ?? last.package)
        try found.expectCurrency(of: offer)
        let agreed = hours?.minutes ?? (offer.hours == nil ? last.included : nil)
        return ContractTerms(
            offer: offer, included: try offer.hours(agreed: agreed), months: months,
            extraPolicy: last.extraPolicy, catalogue: context.catalogue)
    }

    /// The first cycle of the new term, which must not be over; nil while the old term is active.
    private func firstCycle(
        _ found: Contract, _ months: Int, _ context: Context
    ) throws(Refusal) -> Cycle? {
        guard found.account.open == nil, found.openSuspension == nil,
            let last = found.account.closed.last
        else { return nil }
        let zone = try context.zone(found.zone)
        var changed = found
        ContractRenewed(
            contract: found.number, months: months, terms: try terms(found, months, context)
        ).renew(&changed)
        var first = changed.cycle(found.account.closed.count, from: last.cycle.to, in: zone)
        first.start = last.cycle.end
        guard first.end > context.now else {
            throw .contractState(
                found.number, .term(.nextCycleOver(lastDay: found.end.advanced(byDays: -1))))
        }
        return first
    }
}

extension Contract {
    /// The renewal that closing the open cycle causes: only in the last cycle of a term, and only
    /// with the policy `auto`. A package that is no longer offered, or is priced in another
    /// currency, keeps its terms.
    func renewingItself(_ catalogue: Catalogue) -> ContractRenewed? {
        guard renewal == .auto, termination == nil, let open = account.open,
            open.index == months - 1
        else { return nil }
        let months = termMonths ?? months
        guard self.months + months <= Limits.contractMonthsMax else { return nil }
        var next = terms
        if let offer = catalogue.offer(terms.package),
            offer.monthlyFee.currency == terms.monthlyFee.currency
        {
            next = ContractTerms(
                offer: offer, included: offer.hours.map(Minutes.hours) ?? terms.included,
                months: months,
                extraPolicy: terms.extraPolicy, catalogue: catalogue)
        }
        return ContractRenewed(contract: number, months: months, terms: next)
    }
}

/// A contract's term was extended: the new months have the terms of that day (R5).
package struct ContractRenewed: DeskEvent {
    package static let type = "contract.renewed"
    var contract: Identifier<Contract>
    /// The months of the new term.
    var months: Int
    /// The terms from the new term's first cycle on.
    var terms: ContractTerms
    /// The new term's first cycle, where the old term had ended; nil: it is opened when the present
    /// cycle closes.
    var open: Cycle?

    /// Adds the months, plans the terms, and opens the cycle of a contract that had ended.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(contract, stamp) {
            renew(&$0)
            if let open { $0.open(open) }
        }
    }

    /// Applies the event to a contract whose old term has not ended.
    func renew(_ contract: inout Contract) {
        let first = contract.months
        let kept = (contract.planned ?? []).filter { $0.cycle < first }
        contract.planned = kept + [PlannedTerms(cycle: first, terms: terms)]
        contract.months += months
        contract.termMonths = months
    }

    /// `contract 3 renewed for 12 months: Starter`.
    package var summary: String {
        "contract \(contract) renewed for \(months) months: \(terms.title)"
    }
}
