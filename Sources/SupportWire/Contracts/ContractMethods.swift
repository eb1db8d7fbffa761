package import SupportModel

extension SignContract: Request {
    package static let method = "contract.sign"
    package static let permission = Permission.write

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

extension SuspendContract: Request {
    package static let method = "contract.suspend"
    package static let permission = Permission.write

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

extension ResumeContract: Request {
    package static let method = "contract.resume"
    package static let permission = Permission.write

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
