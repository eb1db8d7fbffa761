import SupportModel

/// The words for what a contract's state does not allow, without `contract 3` before them.
extension ContractObstacle {
    func words(of contract: Identifier<Contract>) -> RefusalText {
        switch self {
        case .term(let obstacle): obstacle.words(of: contract)
        case .rest(let obstacle): obstacle.words(of: contract)
        case .change(let obstacle): obstacle.words(of: contract)
        }
    }
}

extension TermObstacle {
    fileprivate func words(of contract: Identifier<Contract>) -> RefusalText {
        switch self {
        case .ended(let lastDay, isTerminated: true):
            RefusalText("was terminated and ended after \(lastDay)", hint: "sign a new one")
        case .ended(let lastDay, isTerminated: false):
            RefusalText(
                "ended after \(lastDay)",
                hint: "sign a new one, or go on with it while its next cycle would still run: "
                    + "supportc contract renew \(contract)")
        case .calledOff(let start):
            RefusalText(WireError.calledOff(on: start), hint: "sign a new one")
        case .noStatement(let lastDay, let isTerminated):
            RefusalText(
                "ended after \(lastDay), and no statement is open that could credit it (R10)",
                hint: "its statements stay as they are: settle it with the client"
                    + (isTerminated
                        ? ""
                        : ", or go on with the contract while its next cycle would still run "
                            + "(supportc contract renew \(contract)) and repeat it"))
        case .terminated(let termination):
            RefusalText(
                "was terminated (\(termination.reason)) and is not renewed: its last day is "
                    + "\(termination.lastDay) (R5)",
                hint: "sign a new contract")
        case .terminatedAndNotAuto:
            RefusalText(
                "was terminated, and does not renew itself (R5)",
                hint: "sign a new contract for the time after it")
        case .terminatedAlready(let termination):
            RefusalText(
                "was terminated already: it ends after \(termination.lastDay) "
                    + "(\(termination.reason))",
                hint: "name another --last-day to move its end")
        case .notTerminated:
            RefusalText(
                "was not terminated: there is no end to take back",
                hint: "supportc contract show \(contract) shows when its term ends")
        case .renewedAlready(let lastDay):
            RefusalText(
                "has been renewed already, until \(lastDay) (R5)",
                hint: "it can be renewed again once that term runs")
        case .nextCycleOver(let lastDay):
            RefusalText(
                "ended after \(lastDay), and the cycle after it would be over too (R10)",
                hint: "sign a new contract")
        }
    }
}

extension RestObstacle {
    fileprivate func words(of contract: Identifier<Contract>) -> RefusalText {
        let goOn = "resume it first: supportc contract resume \(contract)"
        switch self {
        case .notSuspended:
            return RefusalText(
                "is not suspended",
                hint: "supportc contract show \(contract) shows its status")
        case .suspendedAlready(let rest):
            return RefusalText(
                Self.words(rest),
                hint: "resume it first, on a day that you name: "
                    + "supportc contract resume \(contract) --on DATE")
        case .suspendedUntil(let rest, let to):
            return RefusalText(
                Self.words(rest),
                hint: "name another day on which it resumes: supportc contract resume "
                    + "\(contract) --on DATE, or suspend it from \(to) on")
        case .suspendedAgain(let to, let from):
            let until = to.map { " until \($0.advanced(byDays: -1))" } ?? ""
            return RefusalText(
                "is suspended\(until), and is to be suspended again from \(from)",
                hint: "take the later suspension back first: "
                    + "supportc contract resume \(contract) --on \(from)")
        case .sharesPoolWithNext(let cycle):
            return RefusalText(
                "is suspended, and the hours of cycle \(cycle + 1) are in one pool with those of the "
                    + "next (R11)",
                hint: "book it when the contract resumes")
        case .sharesPoolWithClosed(let cycle):
            return RefusalText(
                "is suspended, and cycle \(cycle + 1) shares its hours with the one that closed (R11)",
                hint: goOn)
        case .noUpgrade(let from):
            let rest = from.map { "will be suspended from \($0) on" } ?? "is suspended"
            return RefusalText("\(rest), and an upgrade grants its hours at once", hint: goOn)
        case .noUpgradeUntilEnd(let lastDay):
            return RefusalText(
                "is suspended until it ends with \(lastDay), and an upgrade grants hours for days on which "
                    + "it runs",
                hint: goOn)
        }
    }

    /// `is suspended already, from 2026-11-03 on: the shop is rebuilt`, or that it will be.
    private static func words(_ rest: OrderedRest?) -> String {
        guard let rest else { return "is suspended already" }
        let verb = rest.hasBegun ? "is suspended already" : "will be suspended already"
        let until = rest.to.map { " until \($0.advanced(byDays: -1))" } ?? " on"
        return "\(verb), from \(rest.from)\(until): \(rest.reason)"
    }
}

extension ChangeObstacle {
    fileprivate func words(of contract: Identifier<Contract>) -> RefusalText {
        switch self {
        case .noNextCycle(let title, let package, let hours):
            RefusalText(
                "has no cycle in its term after this one, and the change to \(title) waits for the "
                    + "next",
                hint: "name it when you renew: supportc contract renew \(contract) --package "
                    + package.text + (hours.map { " --hours \($0)" } ?? ""))
        case .currency(let old, let new, let title):
            RefusalText(
                "is paid in \(old), and \(title) is priced in \(new) now",
                hint: "let it end, and sign a new contract")
        }
    }
}

/// The words for a value of an agreement that cannot be, with its name.
extension AgreementRule {
    var words: RefusalText {
        switch self {
        case .months(let months):
            RefusalText(
                "the term of \(months) months is not a term",
                hint: "give 1 to \(Limits.termMonthsMax) months")
        case .start(let day):
            RefusalText(
                "the start \(day) is not in the years 2000 to 2199",
                hint: "give the day on which the first cycle begins")
        case .tooManyCycles:
            RefusalText(
                "the new term would give the contract more than "
                    + "\(Limits.contractMonthsMax) cycles", hint: "sign a new contract")
        case .packageUnchanged(let contract, let title, let included):
            RefusalText(
                "the package is \(title) with \(included) a month already",
                hint: "supportc contract show \(contract) shows the terms")
        case .tooManyUpgrades(let next):
            RefusalText(
                "the upgrade would be number \(Limits.upgradesPerCycleMax + 1) of the cycle",
                hint: "wait for the next cycle, which begins on \(next)")
        case .hours(let rule): rule.words
        }
    }
}

extension AgreedHoursRule {
    fileprivate var words: RefusalText {
        switch self {
        case .fixed(let title, let hours):
            RefusalText(
                "hours of \(title) are fixed: \(hours) a month (R1)",
                hint: "leave them out, or take a package whose hours are agreed per contract")
        case .missing(let title):
            RefusalText(
                "hours of \(title) are agreed per contract (R1)",
                hint: "say how many a month, such as --hours 25 or --hours 7h30m")
        case .outside(let agreed):
            RefusalText(
                "hours of \(agreed) a month cannot be worked",
                hint: "give 1m to \(Minutes.hours(Limits.packageHoursMax)), such as 25h or 7h30m")
        case .tooFew(let agreed, let percent):
            RefusalText(
                "hours of \(agreed) a month leave a week no whole minute: it may use "
                    + "\(percent) percent of them (R9)",
                hint: "agree on more")
        }
    }
}
