package import SupportModel

/// A contract as the protocol shows it, with the terms that it was signed, changed or renewed with.
package struct ContractView: Listed {
    package static let plural = "contracts"

    /// The contract's number, from 1, by which commands call it.
    package var contract: Identifier<Contract>
    /// The client that signed it.
    package var client: Name<Client>
    /// What it is about, where a client has several; missing where nobody said.
    package var project: String?
    /// The package that was signed, as the catalogue called it then.
    package var package: Name<PackageOffer>
    /// The package's title on the day of signing, such as `Starter`.
    package var title: String
    /// The account manager (R7).
    package var manager: Name<Staff>
    /// The zone in which the contract counts its days and weeks.
    package var zone: ZoneName
    /// Whether its first cycle is still to come, one is running, it rests, or the last has closed.
    package var standing: ContractStanding
    /// The first day of the first cycle, from which all others are counted (R10).
    package var start: CivilDate
    /// The day after the last cycle; it moves by the days that are suspended.
    package var end: CivilDate
    /// The number of cycles: the term, and those that renewed it.
    package var months: Int
    /// The months of the last term, where the contract was renewed; missing where it was not.
    package var termMonths: Int?
    /// What happens at the end of the term (R5).
    package var renewal: RenewalPolicy?
    /// What each cycle grants, in minutes (R1).
    package var included: Minutes
    /// The most minutes that one ISO week may draw from the package (R9).
    package var weeklyLimit: Minutes
    /// What a month costs before the discount.
    package var monthlyFee: Money?
    /// Off the monthly fee and nothing else, 0 to 100 (R5).
    package var discountPercent: Int
    /// What an hour beyond the package costs (R8).
    package var extraRate: Money?
    /// What happens to work that the hours left do not cover (R8).
    package var extra: ExtraPolicy
    /// What Level 1 work draws once it has passed the weekly limit (R9).
    package var emergencyBeyondLimit: EmergencyBeyondLimit
    /// The services that draw from the package; work in another one is extra hours (R2).
    package var services: [Name<Service>]
    /// How the time of each entry is rounded; missing where every minute counts as it is.
    package var rounding: Rounding?
    /// How soon tickets are to be answered and solved, Level 1 first, as it was signed; missing
    /// where nothing was said.
    package var targets: [TargetView]?
    /// The open cycle; missing once the contract has ended.
    package var cycle: CycleView?
    /// The cycles that have closed, the first one first.
    package var closedCycles: [CycleView]
    /// What takes over with a later cycle, soonest first; missing for nothing.
    package var planned: [PlannedView]?
    /// When it rested or rests, oldest first; missing for never.
    package var suspensions: [SuspensionView]?
    /// Its agreed end before the term is over; missing where there is none.
    package var termination: Termination?
    /// Pairs of cycles whose hours form one pool (R11), in order; missing for none.
    package var groups: [GroupView]?
    /// When the desk recorded the signature.
    package var signedAt: Instant
    /// The sequence number of the record that last changed the contract.
    package var version: UInt64
    /// True where nothing was recorded: the contract as it would be.
    package var dryRun: Bool?
    /// The client's other contracts that hold for the same project at the same time, by number:
    /// answered by what signs, renews or renames one; missing for none.
    package var beside: [Identifier<Contract>]?
    /// The cycles that are over already, and close at once with a final statement each: answered by
    /// what signs a contract; missing for none.
    package var closing: [ClosingView]?

    /// What callers see of a contract; its standing is that of `now`.
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
        termMonths = contract.termMonths
        renewal = contract.termination == nil ? contract.renewal ?? .manual : .manual
        included = contract.terms.included
        weeklyLimit = contract.terms.weeklyLimit
        monthlyFee = contract.terms.monthlyFee
        discountPercent = contract.terms.discountPercent
        extraRate = contract.terms.extraRate
        extra = contract.terms.extraPolicy
        emergencyBeyondLimit = contract.terms.emergencyBeyondLimit
        services = contract.terms.services
        rounding = contract.terms.rounding
        targets = contract.terms.targets?.map(TargetView.init)
        cycle = contract.account.open.map { CycleView(open: $0, of: contract) }
        closedCycles = contract.account.closed.map(CycleView.init)
        planned = Self.planned(contract)
        suspensions = contract.rests.isEmpty ? nil : contract.rests.map(SuspensionView.init)
        termination = contract.termination
        groups = contract.groups?.map(GroupView.init)
        signedAt = contract.signedAt
        version = contract.version
    }

    /// What is planned for a cycle that will begin: a termination leaves some out.
    private static func planned(_ contract: Contract) -> [PlannedView]? {
        let coming = (contract.planned ?? []).filter {
            contract.comes(cycle: $0.cycle)
        }
        return coming.isEmpty ? nil : coming.map { PlannedView($0, of: contract) }
    }
}

/// The contract that an answer is about.
package struct ContractOfClient: View {
    /// The number of the contract.
    package var contract: Identifier<Contract>
    /// The client that holds it.
    package var client: Name<Client>

    init(_ contract: Contract) { (self.contract, client) = (contract.number, contract.client) }
}

/// A time in which a contract rests: no hours are granted and none expire.
package struct SuspensionView: View {
    /// The first day that is suspended, in the contract's zone.
    package var from: CivilDate
    /// The day on which it goes on; missing while nobody has said.
    package var to: CivilDate?
    /// The days that are suspended; missing while nobody knows.
    package var days: Int?
    /// Why.
    package var reason: String

    /// What callers see of a suspension.
    package init(_ suspension: Suspension) {
        from = suspension.from
        to = suspension.to
        days = suspension.to == nil ? nil : suspension.days
        reason = suspension.reason
    }
}

/// Two adjacent cycles whose hours form one pool, by an account manager's agreement (R11).
package struct GroupView: View {
    /// The two cycles, 1 for the contract's first.
    package var cycles: [Int]
    /// The account manager who agreed.
    package var agreedBy: Name<Staff>
    /// Why.
    package var reason: String
    /// When.
    package var at: Instant
    /// On a statement, the day of that in the contract's zone.
    package var on: CivilDate?
    /// What one week may draw, in minutes, where the agreement says otherwise than R9.
    package var weeklyLimit: Minutes?

    /// What callers see of a group.
    package init(_ group: HourGroup) {
        cycles = [group.first + 1, group.second + 1]
        agreedBy = group.agreement.by
        reason = group.agreement.reason
        at = group.at
        weeklyLimit = group.weeklyLimit
    }
}
