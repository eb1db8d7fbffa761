import SupportModel
import SupportWire

/// What the answers to changes of a contract have in common.
extension DeskView {
    /// The contract that the last record changed: after a change a client's name may mean another
    /// one, or none.
    func changed(_ reference: ContractReference) throws(Refusal) -> Contract {
        if case .client(let name) = reference {
            let own = (state.contractsOfClient[name] ?? []).compactMap { state.contracts[$0] }
            if let contract = own.last(where: { $0.version == state.sequence }) { return contract }
        }
        return try state.contract(reference, at: now)
    }

    /// A contract with the others that hold for the same project, which is mostly a mistake.
    func viewBesideOthers(_ contract: Contract) -> ContractView {
        var view = ContractView(contract, at: now)
        let others = state.contractsBeside(contract).map(\.number)
        view.beside = others.isEmpty ? nil : others
        return view
    }

    /// Where the hours of a contract stand; nil where no cycle is open.
    func openBalance(_ contract: Contract) throws(Refusal) -> BalanceView? {
        guard let open = contract.account.open else { return nil }
        let today = try zone(contract.zone).date(at: state.believed(now))
        let balance = HourBalance(
            contract: contract, cycle: open, coverage: Coverage(of: contract), today: today)
        return BalanceView(balance, of: contract)
    }
}

extension Done {
    /// The event of a kind, if one happened.
    func event<Kind: DeskEvent>(_ kind: Kind.Type) -> Kind? {
        events.lazy.compactMap { $0.body as? Kind }.first
    }
}
