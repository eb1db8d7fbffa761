/// The difference of a contract before and after a file was applied.
extension DesiredContract {
    func change(from before: State, to after: State) -> AppliedChange {
        // After all was done the file's contract is there, and is the only one that can be meant.
        let new = (try? match(in: after))?.contract
        let old = new.flatMap { before.contracts[$0.number] }
        var change = AppliedChange(
            .contract, new?.number.description ?? client.text, isNew: old == nil)
        change.client = client
        change.project = project
        guard let new else { return change }
        guard let old else {
            Self.describe(new, in: &change)
            change.beside = after.contractsBeside(new).map(\.number)
            return change
        }
        change.hasEnded = new.account.open == nil && new.openSuspension == nil
        Self.compareTerms(old, new, in: &change)
        change.compare("manager", old.manager.text, new.manager.text)
        change.compare("extra", old.terms.extraPolicy.rawValue, new.terms.extraPolicy.rawValue)
        change.compare("renewal", old.renewalText, new.renewalText)
        if change.outcome == .changed { change.beside = after.contractsBeside(new).map(\.number) }
        return change
    }

    private static func describe(_ new: Contract, in change: inout AppliedChange) {
        change.compare("package", nil, new.terms.package.text)
        change.compare("hours", nil, new.terms.included.description)
        change.compare("from", nil, new.start.description)
        change.compare("months", nil, "\(new.months)")
        change.compare("manager", nil, new.manager.text)
        change.compare("extra", nil, new.terms.extraPolicy.rawValue)
        change.compare("renewal", nil, new.renewalText)
    }

    /// What holds now, or what waits for the next cycle.
    private static func compareTerms(
        _ old: Contract, _ new: Contract, in change: inout AppliedChange
    ) {
        if new.terms.package != old.terms.package || new.terms.included != old.terms.included {
            change.compare("package", old.terms.package.text, new.terms.package.text)
            change.compare(
                "hours", old.terms.included.description, new.terms.included.description)
            change.granted =
                (new.account.open?.granted ?? .zero)
                - (old.account.open?.granted ?? .zero)
        }
        guard new.plainPlan != old.plainPlan else { return }
        guard let plan = new.plainPlan?.terms else {
            if change.granted == nil {
                change.compare("planned package", old.plainPlan?.terms.package.text, nil)
            }
            return
        }
        change.compare("package", new.terms.package.text, plan.package.text)
        change.compare("hours", new.terms.included.description, plan.included.description)
        change.holdsFrom = new.account.open?.to
    }
}

extension Contract {
    fileprivate var renewalText: String { (renewal ?? .manual).rawValue }
}
