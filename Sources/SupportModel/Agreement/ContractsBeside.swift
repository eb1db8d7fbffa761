/// Contracts of a client that hold at the same time for the same project.
///
/// They are allowed, and mostly a mistake: both are billed, and a command can no longer name the
/// contract by its client.
extension State {
    /// A contract's like, lowest number first: of the same client, for the same project or like it
    /// without one, and holding on a day on which it does.
    package func contractsBeside(_ contract: Contract) -> [Contract] {
        contractsInForce(of: contract.client).filter {
            $0.number != contract.number && $0.project == contract.project
                && $0.holdsInto(contract) && contract.holdsInto($0)
        }
    }
}

extension Contract {
    /// Whether it goes on until another one begins; one that renews itself, or rests until somebody
    /// says otherwise, goes on.
    fileprivate func holdsInto(_ other: Contract) -> Bool {
        let goesOn = renewal == .auto && termination == nil || openSuspension != nil
        return goesOn || other.start < end
    }
}
