/// A command that changes a contract.
package protocol ContractCommand: Command {
    /// The contract, by its number or by its client.
    var contract: ContractReference { get }
}

extension ContractCommand {
    /// The current version of the contract; nil where the desk has no such contract.
    package func version(in state: State) -> UInt64? { state.version(of: contract) }
}

/// Changes a contract: its package, its manager, its project or its policies (R1, R7, R8).
///
/// More hours are granted at once, prorated by the days that are left; fewer take effect with the
/// next cycle. The contract takes the terms that the catalogue has at that time.
package struct ChangeContract: ContractCommand, Codable {
    package var contract: ContractReference
    /// The new package; nil: the present one, with the hours of `hours` if those are given.
    package var package: Name<PackageOffer>?
    /// Hours a month, for a package that does not fix them.
    package var hours: MonthlyHours?
    /// The new account manager (R7); nil: as before.
    package var manager: Name<Staff>?
    /// The project that the package covers; nil: as before.
    package var project: String?
    /// What happens to work beyond the package from now on (R8); nil: as before.
    package var extra: ExtraPolicy?
    /// What happens at the end of the term; nil: as before.
    package var renewal: RenewalPolicy?

    /// The result of the change.
    package struct Made: Sendable {
        package let hours: ChangedHours
        /// The upgrade; nil where nothing is granted at once.
        package let upgrade: ContractUpgraded?
        /// The changed plan of the next cycle; nil where it is unchanged.
        package let planned: ContractTermsPlanned?
        /// Whether project or renewal was changed, so that the contract may now duplicate another
        /// one.
        package let isNamedAnew: Bool
    }

    /// - Parameter hours: what a month includes, where the package does not fix it.
    package init(
        contract: ContractReference, package: Name<PackageOffer>? = nil, hours: Minutes? = nil,
        manager: Name<Staff>? = nil, project: String? = nil, extra: ExtraPolicy? = nil,
        renewal: RenewalPolicy? = nil
    ) {
        (self.contract, self.package) = (contract, package)
        self.hours = hours.map { MonthlyHours($0) }
        self.manager = manager
        self.project = project
        self.extra = extra
        self.renewal = renewal
    }

    /// `ContractChanged`, `ContractUpgraded` or `ContractTermsPlanned`, each only where requested;
    /// refused when nothing would change.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.contractToChange(contract, at: context.now)
        var events: [Event] = []
        if let changed = try plainChange(found, state, context) { events.append(Event(changed)) }
        if package != nil || hours != nil {
            events += try packageChange(found, events.isEmpty, context)
        }
        guard !events.isEmpty else { throw .nothingToChange }
        let (hours, all) = try state.changingHours(of: found, by: events, context)
        return Decision(
            Made(
                hours: hours,
                upgrade: events.lazy.compactMap { $0.body as? ContractUpgraded }.first,
                planned: events.lazy.compactMap { $0.body as? ContractTermsPlanned }.first,
                isNamedAnew: project != nil || renewal != nil),
            all)
    }

    private func plainChange(
        _ found: Contract, _ state: State, _ context: Context
    ) throws(Refusal) -> ContractChanged? {
        guard manager != nil || project != nil || extra != nil || renewal != nil else {
            return nil
        }
        let manager = try manager.map { (named) throws(Refusal) in
            try state.manager(try context.acting.person(named, .manager)).name
        }
        if let project { _ = try BoundedText.line(project, .projectName) }
        if renewal == .auto, found.termination != nil {
            throw .contractState(found.number, .term(.terminatedAndNotAuto))
        }
        return ContractChanged(
            contract: found.number, manager: manager, project: project, extraPolicy: extra,
            renewal: renewal)
    }

    private func packageChange(
        _ found: Contract, _ isAll: Bool, _ context: Context
    ) throws(Refusal) -> [Event] {
        let offer = try context.catalogue.known(package ?? found.terms.package)
        try found.expectCurrency(of: offer)
        var terms = ContractTerms(
            offer: offer, included: try offer.hours(agreed: hours?.minutes),
            months: found.termMonths ?? found.months,
            extraPolicy: extra ?? found.terms.extraPolicy, catalogue: context.catalogue)
        // R5: the discount belongs to the term, and the term continues.
        terms.discountPercent = found.terms.discountPercent
        if found.isReplacing(terms) { return [Event(try downgrade(found, terms))] }
        if terms == found.terms
            || terms.package == found.terms.package
                && terms.included == found.terms.included && found.hasPlan
        {
            guard found.hasPlan else {
                guard isAll else { return [] }
                throw .invalid(
                    .package,
                    .agreement(
                        .packageUnchanged(
                            found.number, title: terms.title, included: terms.included)))
            }
            return [
                Event(
                    ContractTermsPlanned(
                        contract: found.number, plan: nil, dropped: found.plainPlan))
            ]
        }
        return terms.included > found.terms.included
            ? [Event(try upgrade(found, terms, context))]
            : [Event(try downgrade(found, terms))]
    }

    /// R1, "An upgrade grants the prorated difference at once and keeps the anchor".
    private func upgrade(
        _ found: Contract, _ terms: ContractTerms, _ context: Context
    ) throws(Refusal) -> ContractUpgraded {
        let today = try context.zone(found.zone).date(at: context.now)
        guard let open = found.account.open, found.openSuspension == nil else {
            let from = found.openSuspension?.from
            throw .contractState(
                found.number, .rest(.noUpgrade(from: from.flatMap { $0 > today ? $0 : nil })))
        }
        guard (open.upgrades ?? []).count < Limits.upgradesPerCycleMax else {
            throw .invalid(.package, .agreement(.tooManyUpgrades(next: open.to)))
        }
        let on = min(max(today, open.from), open.to.advanced(byDays: -1))
        let days = found.activeDays(from: on, to: open.to)
        guard days > 0 else {
            throw .contractState(
                found.number, .rest(.noUpgradeUntilEnd(lastDay: open.to.advanced(byDays: -1))))
        }
        let all = found.activeDays(from: open.from, to: open.to)
        let minutes = Ratio.rounded(
            (terms.included - found.terms.included).count, days, over: all)
        let fee = (terms.monthlyFee - found.terms.monthlyFee).part(days, of: all)
        try expectKept(found, terms, Minutes(minutes))
        return ContractUpgraded(
            contract: found.number, terms: terms,
            grant: UpgradeGrant(
                on: on, feeBefore: found.terms.monthlyFee, title: terms.title, days: days,
                daysOfCycle: all, minutes: Minutes(minutes), fee: fee),
            dropped: found.plainPlan)
    }

    /// A package with more hours may include fewer services; refused where covered work would lose
    /// its coverage.
    private func expectKept(
        _ found: Contract, _ terms: ContractTerms, _ granted: Minutes
    ) throws(Refusal) {
        var changed = found
        changed.terms = terms
        changed.account.open?.granted += granted
        let extra = Coverage(of: changed).extra - Coverage(of: found).extra
        guard extra > .zero else { return }
        throw .inUse(
            .coverage(of: found.terms.title, not: terms.title), by: .coveredWork(extra))
    }

    /// "A downgrade waits for the next cycle"; refused where hours of that cycle were drawn in
    /// advance (R11).
    private func downgrade(
        _ found: Contract, _ terms: ContractTerms
    ) throws(Refusal) -> ContractTermsPlanned {
        let next = (found.account.open?.index ?? found.account.closed.count - 1) + 1
        guard next < found.months, found.account.open?.to != found.end else {
            throw .contractState(
                found.number,
                .change(
                    .noNextCycle(
                        title: terms.title, package: terms.package, hours: hours?.minutes)))
        }
        if found.account.open == nil, found.group(ofCycle: next)?.second == next {
            throw .contractState(found.number, .rest(.sharesPoolWithClosed(cycle: next)))
        }
        var terms = terms
        if next == found.renewedCycle {
            // The next cycle begins a renewed term, which has its own discount (R5).
            terms.discountPercent = found.terms(ofCycle: next).discountPercent
        }
        let event = ContractTermsPlanned(
            contract: found.number, plan: PlannedTerms(cycle: next, terms: terms),
            dropped: next == found.renewedCycle ? found.planned(from: next) : found.plainPlan)
        var changed = found
        changed.planPlainly(event.plan)
        try changed.expectNoMoreExtra(than: found, .change(title: terms.title))
        return event
    }
}

extension Contract {
    /// True when other terms take effect before a renewed term.
    fileprivate var hasPlan: Bool { plainPlan != nil }

    /// The terms that are planned for a cycle.
    fileprivate func planned(from index: Int) -> PlannedTerms? {
        planned?.first { $0.cycle == index }
    }

    /// Whether terms equal to the present ones are a change nevertheless: the next cycle begins a
    /// renewed term, for which another package was agreed.
    fileprivate func isReplacing(_ new: ContractTerms) -> Bool {
        let next = (account.open?.index ?? account.closed.count - 1) + 1
        guard next == renewedCycle, let agreed = planned(from: next)?.terms else { return false }
        let isToday = new.package == terms.package && new.included == terms.included
        return isToday && (agreed.package != new.package || agreed.included != new.included)
    }

    /// The terms that take effect with a cycle of this term, such as those of a downgrade.
    var plainPlan: PlannedTerms? { planned?.first { $0.cycle != renewedCycle } }

    /// Refuses an offer that is priced in another currency: amounts of two currencies are never
    /// added.
    func expectCurrency(of offer: PackageOffer) throws(Refusal) {
        let (old, new) = (terms.monthlyFee.currency, offer.monthlyFee.currency)
        guard old != new else { return }
        throw .contractState(
            number, .change(.currency(of: old, offer: new, title: offer.title)))
    }

    /// Refuses a change that would turn covered work of the open cycle into extra hours (R11).
    func expectNoMoreExtra(
        than before: Contract, _ withdrawal: HourWithdrawal
    ) throws(Refusal) {
        let (old, new) = (Coverage(of: before), Coverage(of: self))
        guard new.extra > old.extra else { return }
        throw .groupDrawn(
            withdrawal, used: old.used, own: old.pool.granted, extra: new.extra - old.extra)
    }

    /// Refuses a contract that has ended.
    func expectNotEnded() throws(Refusal) {
        guard hasEnded else { return }
        let ended =
            isCalledOff
            ? TermObstacle.calledOff(start: start)
            : .ended(lastDay: end.advanced(byDays: -1), isTerminated: termination != nil)
        throw .contractState(number, .term(ended))
    }

    /// Refuses a contract without an open statement, which has ended.
    func expectOpenStatement() throws(Refusal) {
        guard hasEnded else { return }
        throw .contractState(
            number,
            .term(
                .noStatement(
                    lastDay: end.advanced(byDays: -1), isTerminated: termination != nil)))
    }

    var hasEnded: Bool { account.open == nil && openSuspension == nil }

    /// Whether it was terminated before its first day: it never has a cycle.
    package var isCalledOff: Bool { end <= start }
}

extension State {
    /// The contract that a change is about; refused while the clock is in doubt, and once it is over.
    func contractToChange(
        _ reference: ContractReference, at now: Instant
    ) throws(Refusal) -> Contract {
        try expectTrustedClock(now)
        let found = try contract(reference, at: now)
        try found.expectNotEnded()
        return found
    }

    /// The version of the contract that a reference means, as far as it can be known without a
    /// clock.
    func version(of reference: ContractReference) -> UInt64? {
        switch reference {
        case .number(let number): contracts[number]?.version
        case .client(let name): contractsInForce(of: name).first?.version
        }
    }
}
