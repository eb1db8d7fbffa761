package import SupportModel

/// Signs a support package for a client (R1, R5, R7).
package struct ContractSign: Request {
    package static let method = "contract.sign"
    package static let permission = Permission.write
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

/// Lists contracts by number.
package struct ContractList: Request {
    package static let method = "contract.list"
    package static let permission = Permission.read
    package static let cost = Cost.long
    /// Only this client's.
    package var client: Name<Client>?

    package init(client: Name<Client>? = nil) {
        self.client = client
    }

    /// The contracts.
    package struct Reply: Codable, Hashable, Sendable {
        /// The contracts that were asked for, ended ones included.
        package var contracts: [ContractView]

        package init(contracts: [ContractView]) {
            self.contracts = contracts
        }
    }
}

/// Shows a contract, its terms and its cycles.
package struct ContractShow: Request {
    package static let method = "contract.show"
    package static let permission = Permission.read
    package static let cost = Cost.quick
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference

    package init(contract: ContractReference) {
        self.contract = contract
    }

    package typealias Reply = ContractView
}

/// Lets a contract rest from a day on: no hours are granted and none expire.
package struct ContractSuspend: Request {
    package static let method = "contract.suspend"
    package static let permission = Permission.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// Why, one line of at most 256 bytes.
    package var reason: String
    /// The first day that is suspended; today unless said.
    package var from: CivilDate?
    /// The day on which it goes on; when somebody says so unless said.
    package var until: CivilDate?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        contract: ContractReference, reason: String, from: CivilDate? = nil,
        until: CivilDate? = nil, dryRun: Bool? = nil
    ) {
        self.contract = contract
        self.reason = reason
        self.from = from
        self.until = until
        self.dryRun = dryRun
    }

    /// The contract and the time in which it rests.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The contract as it now is, or would be.
        package var contract: ContractView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// From when, until when, and why.
        package var suspension: SuspensionView
        /// Where the hours stand afterwards; missing where no cycle is open.
        package var balance: BalanceView?
        /// By how much the extra hours of other entries change, less than 0 where they are covered
        /// now; missing where nothing does (R8).
        package var others: Minutes?
        /// What that costs, or gives back; missing where nothing does.
        package var othersAmount: Money?
        /// What the open cycle's statement comes to; missing where it stays as it was.
        package var statement: DueView?
        /// What became due to be told by it; missing for nothing.
        package var notices: [NoticeView]?

        package init(
            contract: ContractView, dryRun: Bool, suspension: SuspensionView,
            balance: BalanceView? = nil
        ) {
            self.contract = contract
            self.dryRun = dryRun
            self.suspension = suspension
            self.balance = balance
        }
    }
}

/// Lets a suspended contract go on: its open cycle with the days that it had left.
package struct ContractResume: Request {
    package static let method = "contract.resume"
    package static let permission = Permission.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The first day on which it holds again; today unless said.
    package var on: CivilDate?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        contract: ContractReference, on: CivilDate? = nil, dryRun: Bool? = nil
    ) {
        self.contract = contract
        self.on = on
        self.dryRun = dryRun
    }

    /// The contract and the cycle that it goes on with.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The contract as it now is, or would be.
        package var contract: ContractView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// The first day on which it holds again.
        package var on: CivilDate
        /// The days that were suspended, by which later cycles and the end moved.
        package var days: Int
        /// Where the hours stand afterwards; missing where no cycle is open.
        package var balance: BalanceView?
        /// By how much the extra hours of other entries change, less than 0 where they are covered
        /// now; missing where nothing does (R8).
        package var others: Minutes?
        /// What that costs, or gives back; missing where nothing does.
        package var othersAmount: Money?
        /// What the open cycle's statement comes to; missing where it stays as it was.
        package var statement: DueView?
        /// What became due to be told by it; missing for nothing.
        package var notices: [NoticeView]?

        package init(
            contract: ContractView, dryRun: Bool, on: CivilDate, days: Int,
            balance: BalanceView? = nil
        ) {
            self.contract = contract
            self.dryRun = dryRun
            self.on = on
            self.days = days
            self.balance = balance
        }
    }
}
