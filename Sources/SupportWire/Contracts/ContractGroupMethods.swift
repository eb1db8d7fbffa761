package import SupportModel

extension GroupHours: Request {
    package static let method = Method<ContractReply<Details>>.write("contract.group", for: .agree)

    /// The agreement.
    package struct Details: View {
        /// The cycles, who agreed, and why.
        package var group: GroupView
        /// The day at whose beginning what is left of the pool expires; missing while its end is open.
        package var expires: CivilDate?

        package init(group: GroupView, expires: CivilDate? = nil) {
            (self.group, self.expires) = (group, expires)
        }
    }
}

extension UngroupHours: Request {
    package static let method = Method<ContractReply<Details>>.write(
        "contract.ungroup", for: .agree)

    /// What is no longer grouped.
    package struct Details: View {
        /// The two cycles.
        package var cycles: [Int]

        package init(cycles: [Int]) {
            self.cycles = cycles
        }
    }
}
