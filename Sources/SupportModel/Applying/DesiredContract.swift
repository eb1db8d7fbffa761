/// A contract as a file describes it. It is identified by its client and its project.
package struct DesiredContract: Hashable, Sendable {
    /// The table of the file that describes it.
    package var place: TablePlace
    package var client: Name<Client>
    /// The project that the package covers; nil for a contract that names no project.
    package var project: String?
    /// The package (R1).
    package var package: Name<PackageOffer>
    /// The day of the first cycle; nil only where the contract exists already.
    package var from: CivilDate?
    /// The term as it was signed, in months (R5); nil only where the contract exists already.
    package var months: Int?
    /// The account manager (R7).
    package var manager: Name<Staff>
    /// Hours a month, for a package that does not fix them; nil: unchanged.
    package var hours: Minutes?
    /// What happens to work beyond the package (R8); nil: unchanged.
    package var extra: ExtraPolicy?
    /// What happens at the end of the term; nil: unchanged.
    package var renewal: RenewalPolicy?

    package init(
        place: TablePlace, client: Name<Client>, project: String? = nil,
        package: Name<PackageOffer>, from: CivilDate? = nil, months: Int? = nil,
        manager: Name<Staff>, hours: Minutes? = nil, extra: ExtraPolicy? = nil,
        renewal: RenewalPolicy? = nil
    ) {
        (self.place, self.client, self.project, self.package) = (place, client, project, package)
        (self.from, self.months, self.manager, self.hours) = (from, months, manager, hours)
        (self.extra, self.renewal) = (extra, renewal)
    }
}

extension DesiredContract: DesiredThing {
    func command(on state: State, _ context: Context) throws(Refusal) -> (any Command)? {
        switch try match(in: state) {
        case .none: return try signature
        case .ended: return nil
        case .inForce(let found):
            try expectTerm(of: found)
            return try change(of: found, context)
        }
    }

    func key(toBlame refusal: Refusal) -> String? {
        switch refusal {
        case .unknown(.package, _), .contractNotActive, .contractState, .groupDrawn: "package"
        case .unknown(.staff, _), .notAManager: "manager"
        case .unknown(.client, _), .unknown(.zone, _), .clientArchived: "client"
        default:
            switch refusal.field {
            case .client: "client"
            case .start: "from"
            case .months: "months"
            case .projectName: "project"
            case .hours: "hours"
            case .package, .change: "package"
            default: nil
            }
        }
    }

    /// The command that signs the described contract, where there is none.
    private var signature: SignContract {
        get throws(Refusal) {
            guard let from else { throw .invalid(.start, .table(.startMissing)) }
            guard let months else { throw .invalid(.months, .table(.monthsMissing)) }
            return SignContract(
                client: client, package: package, from: from, months: months, manager: manager,
                project: project, hours: hours, extra: extra ?? .allow, renewal: renewal)
        }
    }

    /// The change command with all that differs.
    private func change(
        of found: Contract, _ context: Context
    ) throws(Refusal) -> ChangeContract? {
        if hours != nil, let offer = context.catalogue.offer(package) {
            _ = try offer.hours(agreed: hours)
        }
        let isPackage = hasPackage(found)
        let change = ChangeContract(
            contract: .number(found.number), package: isPackage ? nil : package,
            hours: isPackage ? nil : hours, manager: manager.unless(found.manager),
            extra: extra.unless(found.terms.extraPolicy),
            renewal: renewal.unless(found.renewal ?? .manual))
        let isSo =
            change.package == nil && change.manager == nil && change.extra == nil
            && change.renewal == nil
        return isSo ? nil : change
    }

    /// Whether a contract has the package, or will have it: by a downgrade with the next cycle, or
    /// with a renewed term.
    private func hasPackage(_ found: Contract) -> Bool {
        if let plan = found.plainPlan { return isPackage(of: plan.terms) }
        return isPackage(of: found.terms)
            || found.planned?.contains { isPackage(of: $0.terms) } ?? false
    }

    private func isPackage(of terms: ContractTerms) -> Bool {
        terms.package == package && hours.map { terms.included == $0 } ?? true
    }
}

/// The difference of a contract before and after a file was applied.
extension DesiredContract {
    func change(from before: State, to after: State) -> AppliedChange {
        // After the file was applied its contract exists, and is the only one that matches.
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
        change.hasEnded = new.hasEnded
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

    /// Compares the present terms, or those planned for the next cycle.
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
