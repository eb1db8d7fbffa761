import SupportModel
import SupportWire

/// Answers `contract.sign`.
enum ContractSignHandler: MutationHandler {
    static func command(_ request: ContractSign, _ desk: DeskView) throws -> SignContract {
        SignContract(
            client: request.client, package: request.package, start: request.from,
            months: request.months, manager: request.manager, project: request.project,
            hours: request.hours?.minutes, extraPolicy: request.extra ?? .allow,
            renewal: request.renewal)
    }

    static func isDryRun(_ request: ContractSign) -> Bool { request.dryRun ?? false }

    static func reply(_ request: ContractSign, _ done: Done) throws -> ContractView {
        let signed = done.view.state.contractsOfClient[request.client]?.last
        guard let contract = signed.flatMap({ done.view.state.contracts[$0] }) else {
            throw Refusal.unknown(.contract, request.client.text)
        }
        var view = done.view.viewBesideOthers(contract)
        view.dryRun = done.isDryRun ? true : nil
        return view
    }
}

/// Answers `contract.show`.
enum ContractShowHandler: ReadHandler {
    static func answer(_ request: ContractShow, _ desk: DeskView) throws -> ContractView {
        ContractView(
            try desk.state.contract(request.contract, at: desk.now), at: desk.now)
    }
}

/// Answers `contract.list`.
enum ContractListHandler: ReadHandler {
    static func answer(_ request: ContractList, _ desk: DeskView) throws -> ContractList.Reply {
        if let client = request.client { _ = try desk.state.client(client) }
        let contracts = desk.state.contracts.values
            .filter { request.client == nil || $0.client == request.client }
            .sorted { $0.number < $1.number }
        return ContractList.Reply(contracts: contracts.map { ContractView($0, at: desk.now) })
    }
}

/// Answers `contract.change`.
enum ContractChangeHandler: MutationHandler {
    static func command(_ request: ContractChange, _ desk: DeskView) throws -> ChangeContract {
        ChangeContract(
            contract: request.contract, package: request.package, hours: request.hours?.minutes,
            manager: request.manager, project: request.project, extraPolicy: request.extra,
            renewal: request.renewal)
    }

    static func isDryRun(_ request: ContractChange) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractChange, _ done: Done) throws -> ContractChange.Reply {
        let contract = try done.view.changed(request.contract)
        let upgraded = done.event(ContractUpgraded.self)
        let planned = done.event(ContractTermsPlanned.self)
        // An upgrade leaves the renewed term's terms as they were agreed.
        let plan = upgraded == nil ? planned?.plan : contract.planned?.first
        let isNamedAnew = request.project != nil || request.renewal != nil
        var reply = ContractChange.Reply(
            contract: isNamedAnew
                ? done.view.viewBesideOthers(contract)
                : ContractView(contract, at: done.view.now),
            dryRun: done.isDryRun,
            upgrade: upgraded.flatMap { _ in
                contract.account.open?.upgrades?.last.map(UpgradeView.init)
            },
            planned: plan.map { PlannedView($0, of: contract) },
            dropped: (upgraded?.dropped ?? planned?.dropped).map { PlannedView($0, of: contract) },
            balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}

/// Answers `contract.renew`.
enum ContractRenewHandler: MutationHandler {
    static func command(_ request: ContractRenew, _ desk: DeskView) throws -> RenewContract {
        RenewContract(
            contract: request.contract, months: request.months, package: request.package,
            hours: request.hours?.minutes)
    }

    static func isDryRun(_ request: ContractRenew) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractRenew, _ done: Done) throws -> ContractRenew.Reply {
        let contract = try done.view.changed(request.contract)
        let months = contract.termMonths ?? contract.months
        let first = contract.months - months
        let open = contract.account.open
        let terms = PlannedView(contract.terms(ofCycle: first), fromCycle: first, of: contract)
        var reply = ContractRenew.Reply(
            contract: done.view.viewBesideOthers(contract), dryRun: done.isDryRun,
            cycle: first + 1, from: open?.index == first ? open?.from : terms.from, months: months,
            terms: terms, balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}

/// Answers `contract.suspend`.
enum ContractSuspendHandler: MutationHandler {
    static func command(_ request: ContractSuspend, _ desk: DeskView) throws -> SuspendContract {
        SuspendContract(
            contract: request.contract, from: request.from, until: request.until,
            reason: request.reason)
    }

    static func isDryRun(_ request: ContractSuspend) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractSuspend, _ done: Done) throws -> ContractSuspend.Reply {
        let contract = try done.view.changed(request.contract)
        guard let suspension = contract.rests.last else {
            throw Refusal.unknown(.contract, request.contract.description)
        }
        var reply = ContractSuspend.Reply(
            contract: ContractView(contract, at: done.view.now), dryRun: done.isDryRun,
            suspension: SuspensionView(suspension), balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}

/// Answers `contract.resume`.
enum ContractResumeHandler: MutationHandler {
    static func command(_ request: ContractResume, _ desk: DeskView) throws -> ResumeContract {
        ResumeContract(contract: request.contract, on: request.on)
    }

    static func isDryRun(_ request: ContractResume) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractResume, _ done: Done) throws -> ContractResume.Reply {
        let contract = try done.view.changed(request.contract)
        guard let on = done.event(ContractResumed.self)?.on else {
            throw Refusal.unknown(.contract, request.contract.description)
        }
        let rest = contract.rests.last.flatMap { $0.to == on ? $0 : nil }
        var reply = ContractResume.Reply(
            contract: ContractView(contract, at: done.view.now), dryRun: done.isDryRun, on: on,
            days: rest?.days ?? 0, balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}
