import SupportModel
import SupportWire

/// The methods of contracts.
enum ContractRoutes {
    static let all: [Route] = [
        .change(SignContract.self, reply: signed),
        .read(ContractShow.self, answer: show),
        .read(ContractList.self, answer: list),
        .change(ChangeContract.self, reply: changed),
        .change(RenewContract.self, reply: renewed),
        .change(SuspendContract.self, reply: suspended),
        .change(ResumeContract.self, reply: resumed),
        .change(TerminateContract.self, reply: terminated),
        .change(KeepContract.self, reply: kept),
        .change(GroupHours.self, by: grouping, reply: grouped),
        .change(UngroupHours.self, by: ungrouping, reply: ungrouped),
    ]

    private static func signed(_ done: Done<Identifier<Contract>>) -> ContractView {
        var view = done.desk.viewBesideOthers(done.state.contracts.made(done.made))
        view.dryRun = done.isDryRun ? true : nil
        view.closing = done.desk.closings(of: done.made)
        return view
    }

    private static func changed(_ done: Done<ChangeContract.Made>) -> ChangeContract.Reply {
        let (made, hours) = (done.made, BookedHours(done.made.hours, done.desk))
        let contract = hours.contract
        // An upgrade leaves the renewed term's terms as they were agreed.
        let plan = made.upgrade == nil ? made.planned?.plan : contract.planned?.first
        let dropped = made.upgrade?.dropped ?? made.planned?.dropped
        let details = ChangeContract.Details(
            upgrade: made.upgrade.flatMap { _ in
                contract.account.open?.upgrades?.last.map(UpgradeView.init)
            },
            planned: plan.map { PlannedView($0, of: contract) },
            dropped: dropped.map { PlannedView($0, of: contract) })
        return done.reply(hours, besideOthers: made.isNamedAnew, details)
    }

    private static func renewed(_ done: Done<ChangedHours>) -> RenewContract.Reply {
        let hours = BookedHours(done.made, done.desk)
        let contract = hours.contract
        let months = contract.termMonths ?? contract.months
        let first = contract.months - months
        let open = contract.account.open
        let terms = PlannedView(contract.terms(ofCycle: first), fromCycle: first, of: contract)
        return done.reply(
            hours, besideOthers: true,
            RenewContract.Details(
                cycle: first + 1, from: open?.index == first ? open?.from : terms.from,
                months: months, terms: terms))
    }

    private static func suspended(_ done: Done<SuspendContract.Made>) -> SuspendContract.Reply {
        let hours = BookedHours(done.made.hours, done.desk)
        return done.reply(
            hours,
            SuspendContract.Details(
                suspension: SuspensionView(done.made.suspension),
                unchanged: done.isUnchanged ? true : nil))
    }

    private static func resumed(_ done: Done<ResumeContract.Made>) -> ResumeContract.Reply {
        let (on, hours) = (done.made.on, BookedHours(done.made.hours, done.desk))
        let rest = hours.contract.rests.last.flatMap { $0.to == on ? $0 : nil }
        return done.reply(
            hours,
            ResumeContract.Details(
                on: on, days: rest?.days ?? 0, unchanged: done.isUnchanged ? true : nil))
    }

    private static func show(_ request: ContractShow, _ desk: DeskView) throws -> ContractView {
        ContractView(
            try desk.state.contract(request.contract, at: desk.now), at: desk.now)
    }

    private static func list(_ request: ContractList, _ desk: DeskView) throws -> ContractList.Reply
    {
        if let client = request.client { _ = try desk.state.client(client) }
        let contracts = desk.state.contracts.values
            .filter { request.client == nil || $0.client == request.client }
            .sorted { $0.number < $1.number }
        return Listing(contracts.map { ContractView($0, at: desk.now) })
    }
}
