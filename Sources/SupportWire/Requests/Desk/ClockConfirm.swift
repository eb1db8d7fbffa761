package import SupportModel

/// Says that the clock is right although the desk doubts it: cycles close by it again (R10).
package struct ClockConfirm: Request {
    package static let method = "clock.confirm"
    package static let access = Access.operate
    package static let cost = Cost.quick
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(dryRun: Bool? = nil) {
        self.dryRun = dryRun
    }

    /// What closed because of it, or would.
    package struct Reply: Codable, Hashable, Sendable {
        /// What the desk's clock shows.
        package var now: Instant
        /// How many cycles closed.
        package var closed: Int
        /// What expired with them, in minutes.
        package var expired: Minutes
        /// The same by contract, lowest number first, at most `WireLimits.listCountMax`.
        package var contracts: [Share]
        /// True when there are more contracts than these.
        package var more: Bool
        /// True when nothing was changed.
        package var dryRun: Bool

        /// What closes by a confirmation at this time.
        package init(now: Instant, due: DueCycles, dryRun: Bool) {
            self.now = now
            closed = due.cycles
            expired = due.expired
            contracts = due.shares.prefix(WireLimits.listCountMax).map(Share.init)
            more = due.shares.count > WireLimits.listCountMax
            self.dryRun = dryRun
        }
    }

    /// What closes of one contract.
    package struct Share: Codable, Hashable, Sendable {
        /// The contract's number.
        package var contract: Identifier<Contract>
        /// Its client.
        package var client: Name<Client>
        /// How many of its cycles.
        package var closed: Int
        /// What expires with them, in minutes.
        package var expired: Minutes

        /// A share as the protocol shows it.
        init(_ share: DueCycles.Share) {
            contract = share.contract
            client = share.client
            closed = share.cycles
            expired = share.expired
        }
    }
}
