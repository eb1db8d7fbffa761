import SupportModel
import SupportTestKit

/// What a story's desk answers to the lines of `then`: `label: what is expected`.
extension Story {
    /// The answer to a line, in the words in which the line expects it.
    mutating func answer(to label: String, _ expected: String) throws(Refusal) -> String {
        let words = label.split(separator: " ").map(String.init)
        let number = words.count > 1 ? Int(words[1]) : nil
        switch words.first {
        case "hours": return hours
        case "extra": return (desk.balance()?.extra ?? .zero).description
        case "week":
            return desk.balance().map {
                "limit \($0.weekLimit), used \($0.weekDrawn), room \($0.weekRoom)"
            } ?? "none"
        case "usable": return (desk.balance()?.usable).map(\.description) ?? "none"
        case "saved": return saved
        case "expires": return (desk.balance()?.expires).map(\.description) ?? "never"
        case "worked": return worked(number ?? 1)
        case "entry": return try entry(number ?? 1)
        case "closed": return closed(number ?? 1)
        case "bill": return bill(number)
        case "on-demand": return try onDemand(words.last ?? "")
        case "terms": return terms
        case "cycles": return cycles
        case "standing": return contract?.standing(at: desk.now).rawValue ?? "none"
        case "ends": return contract?.end.description ?? "none"
        case "notices": return notices
        case "queue":
            return desk.state.queue(at: desk.now).map(\.ticket.number.description)
                .joined(separator: ", ")
        case "level": return level(number ?? 1)
        case "missing":
            return desk.state.missingAccess().flatMap(\.kinds).map(\.rawValue)
                .joined(separator: ", ")
        case "reveals":
            let entry = desk.state.access.values.first { $0.kind.rawValue == words.last }
            return entry.map { "\($0.looks), last by \($0.lastLook?.by.description ?? "nobody")" }
                ?? "none"
        case "warnings": return try warnings()
        case "refused": return refusal(of: expected)
        default: preconditionFailure("no such question: \(label)")
        }
    }

    private var contract: Contract? { desk.state.contracts[1] }

    private var hours: String {
        desk.balance().map {
            "granted \($0.granted) + grouped \($0.grouped) - used \($0.used) = left \($0.left)"
        } ?? "none"
    }

    private var saved: String {
        guard let saved = desk.balance()?.saved else { return "nothing delayed" }
        let until = saved.until.map { "until \($0)" } ?? "and no cycle follows"
        return "week of \(saved.week), \(saved.fits) fit, \(saved.delayed) delayed \(until)"
    }

    private func entry(_ number: Int) throws(Refusal) -> String {
        let explained = try desk.state.explain(Identifier(number) ?? 1)
        return explained.split.map {
            "\($0.package) package, \($0.grouped) grouped, \($0.extra) extra"
        } ?? "draws nothing"
    }

    private func level(_ number: Int) -> String {
        guard let level = Level(rawValue: number) else { return "none" }
        let words = desk.catalogue.words(of: level)
        return "\(words.title): \(words.examples.joined(separator: "; "))"
    }

    /// What the plan of the contract warns of, in the desk's own words.
    private func warnings() throws(Refusal) -> String {
        guard let contract, let zone = desk.calendar.zone(named: contract.zone) else {
            return "none"
        }
        let plan = try desk.state.plan(
            of: contract, at: desk.now, today: zone.date(at: desk.now), weeks: nil)
        let remarks = plan.weeks.flatMap(\.remarks) + plan.pools.flatMap(\.remarks)
        return remarks.filter(\.isWarning).map { "\($0.rule) \($0.text)" }.joined(separator: "; ")
    }

    private func worked(_ number: Int) -> String {
        let entry = Identifier(number).flatMap { desk.state.entries[$0] }
        return entry.map { "\($0.actual) worked, \($0.billed) billed" } ?? "none"
    }

    private func closed(_ number: Int) -> String {
        guard desk.closed().count >= number else { return "open" }
        let cycle = desk.closed()[number - 1]
        return "granted \(cycle.cycle.granted) + grouped \(cycle.grouped ?? .zero) "
            + "- used \(cycle.used) - expired \(cycle.expired) = left \(cycle.left), "
            + "extra \(cycle.extra)"
    }

    /// The money of a closed cycle's statement, or of the open one's as it stands.
    private func bill(_ number: Int?) -> String {
        guard let statement = statement(number) else { return "none" }
        return "fee \(statement.fee.total.amount) + extra \(statement.extra.amount.amount) "
            + "+ adjusted \(statement.adjusted.amount) = \(statement.total.amount)"
    }

    private func onDemand(_ month: String) throws(Refusal) -> String {
        guard let month = CivilMonth(month) else { return "no month" }
        return try desk.state.onDemandStatement(
            of: "acme", month, titles: [:], rate: desk.catalogue.onDemandRate
        ).total.map(\.amount).joined(separator: ", ")
    }

    func statement(_ number: Int?) -> Statement? {
        guard let contract else { return nil }
        if let number {
            return contract.account.closed(number - 1)?.statement
        }
        return contract.account.open.map {
            desk.state.statement(
                of: contract, $0, Coverage(of: contract), titles: desk.catalogue.serviceTitles)
        }
    }

    private var terms: String {
        guard let terms = contract?.terms else { return "none" }
        return "\(terms.title), \(terms.included) a month, \(terms.weeklyLimit) a week, "
            + "\(terms.monthlyFee.amount), \(terms.extraRate.amount) an extra hour, "
            + "\(terms.discountPercent) percent off"
    }

    private var cycles: String {
        let open = contract?.account.open.map { [$0] } ?? []
        let all = desk.closed().map(\.cycle) + open
        return all.map { "\($0.from)" }.joined(separator: ", ")
    }

    private var notices: String {
        let notices = (contract?.account.told ?? []).map(\.rawValue)
        return notices.isEmpty ? "none" : notices.joined(separator: ", ")
    }

    /// Plays `step => kind` on a copy; `step => done` where it was not refused.
    private func refusal(of line: String) -> String {
        let step = line.components(around: " => ").0
        var tried = self
        do throws(Refusal) {
            try tried.play(step)
            return "\(step) => done"
        } catch {
            return "\(step) => \(error.kind)"
        }
    }
}

extension String {
    /// What stands before and after the first occurrence of a text.
    func components(around text: String) -> (String, String) {
        guard let range = firstRange(of: text) else { return (self, "") }
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }
}

extension Refusal {
    /// The kind of refusal in a few words.
    fileprivate var kind: String {
        switch self {
        case .weeklyLimit(let it):
            "weekly limit, room \(it.room), next \(it.nextWeek?.description ?? "none")"
        case .extraRefused(let it): "no extra hours, \(it.left) left"
        case .extraMustBeNamed(let it): "extra must be named, \(it.extra)"
        case .cycleClosed: "cycle closed"
        case .monthClosed: "month closed"
        case .notAManager: "not a manager"
        case .grouping: "cannot be grouped"
        case .groupDrawn: "drawn already"
        case .dateOutside: "date outside"
        case .contractNotActive(_, let standing, _, _, _): "contract \(standing.rawValue)"
        case .contractState: "contract \(why.prefix { $0 != "," })"
        case .lateness: "not late"
        case .longEntry(let asked): "longer than a day, \(asked)"
        case .alreadyVoided: "voided already"
        case .invalid(let field, _): "wrong: \(field)"
        case .inUse: "in use"
        case .unknown(let subject, _): "unknown \(subject.rawValue)"
        default: "\(self)"
        }
    }
}
