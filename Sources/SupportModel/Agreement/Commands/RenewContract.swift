/// Prolongs a contract by a new term, on the terms that the catalogue has now (R5).
package struct RenewContract: Command {
    /// The contract; also one that has ended, as long as the next cycle would still run.
    package var contract: ContractReference
    /// The months of the new term; nil: as many as the last.
    package var months: Int?
    /// The package of the new term; nil: the one it has.
    package var package: Name<PackageOffer>?
    /// Hours a month, for a package that leaves them open; nil: as before.
    package var hours: Minutes?

    package init(
        contract: ContractReference, months: Int? = nil, package: Name<PackageOffer>? = nil,
        hours: Minutes? = nil
    ) {
        self.contract = contract
        self.months = months
        self.package = package
        self.hours = hours
    }

    /// One `ContractRenewed`, with the `HoursTold` that become due where a cycle begins by it; refused
    /// for one that was terminated or renewed already.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        _ = try state.currentClient(found.client)
        try expectRenewable(found)
        let months = months ?? found.termMonths ?? found.months
        try Term.check(months)
        guard found.months + months <= Limits.contractMonthsMax else {
            throw .invalid(
                what: "the new term",
                why: "would give the contract more than "
                    + "\(Limits.contractMonthsMax) cycles", wayOut: "sign a new contract")
        }
        let renewed = ContractRenewed(
            contract: found.number, months: months, terms: try terms(found, months, context),
            open: try firstCycle(found, months, context))
        return try state.telling([Event(renewed)], of: found.number, context)
    }

    /// The version of the contract as it stands; nil when the desk has no such contract.
    package func version(in state: State) -> UInt64? { state.version(of: contract) }

    private func expectRenewable(_ found: Contract) throws(Refusal) {
        if let termination = found.termination {
            throw .contractState(
                found.number,
                "was terminated (\(termination.reason)) and is not renewed: its last day is "
                    + "\(termination.lastDay) (R5)",
                wayOut: "sign a new contract")
        }
        guard found.renewedCycle == nil else {
            throw .contractState(
                found.number,
                "has been renewed already, until \(found.end.advanced(byDays: -1)) (R5)",
                wayOut: "it can be renewed again once that term runs")
        }
    }

    private func terms(
        _ found: Contract, _ months: Int, _ context: Context
    ) throws(Refusal) -> ContractTerms {
        let last = found.planned?.last?.terms ?? found.terms
        let offer = try context.catalogue.known(package ?? last.package)
        try found.expectCurrency(of: offer)
        let agreed = hours ?? (offer.hours == nil ? last.included : nil)
        return ContractTerms(
            offer: offer, included: try offer.hours(agreed: agreed), months: months,
            extraPolicy: last.extraPolicy, catalogue: context.catalogue)
    }

    /// Nil while the old term runs; otherwise the first cycle of the new one, which must still run.
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
                found.number,
                "ended after \(found.end.advanced(byDays: -1)), and the cycle after it would be over "
                    + "too (R10)",
                wayOut: "sign a new contract")
        }
        return first
    }
}

extension Contract {
    /// What renews the contract when its open cycle closes: only in the last cycle of a term, and
    /// only where it renews itself. A package that is no longer offered, or is priced in another currency,
    /// keeps its terms.
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
