package import SupportModel

extension KeepContract: Request {
    package static let method = Method<ContractReply<Details>>.write("contract.keep", for: .manage)

    /// The end that was taken back.
    package struct Details: View {
        /// The termination that was taken back.
        package var was: Termination

        package init(was: Termination) {
            self.was = was
        }
    }
}
