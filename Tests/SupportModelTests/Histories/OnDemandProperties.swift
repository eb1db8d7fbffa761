import SupportModel
import SupportTestKit

/// What must hold of work on demand at any time, whatever happened (R4, R10).
struct OnDemandProperties {
    /// The closed months that were seen before.
    private var closed: [Name<Client>: [ClosedMonth]] = [:]

    /// What is wrong with a state, also compared with the closed months seen before, which it notes.
    mutating func violations(in state: State) -> [String] {
        var found = state.onDemandDifferences.map { "\($0.client) \($0.month): \($0.text)" }
        for client in state.clients.keys {
            let months = state.onDemand[client]?.closed ?? []
            if !months.starts(with: closed[client] ?? []) {
                found.append("a closed month of \(client) changed")
            }
            closed[client] = months
        }
        for account in state.onDemand.values {
            found += Self.violations(of: account, in: state).map { "\(account.client): \($0)" }
        }
        let billed = state.entries.values.filter { $0.contract == nil && $0.isLive }
            .reduce(Minutes.zero) { $0 + $1.billed }
        let stated = state.onDemandStatements.reduce(Minutes.zero) { sum, statement in
            (statement.charges.map(\.minutes) + statement.adjustments.map(\.minutes))
                .reduce(sum, +)
        }
        if billed != stated { found.append("\(billed) on demand, and statements of \(stated)") }
        return found
    }

    private static func violations(of account: OnDemandAccount, in state: State) -> [String] {
        var found: [String] = []
        let months = account.months
        if zip(months, months.dropFirst()).contains(where: { $0 >= $1 }) || months.isEmpty {
            found.append("its months are not in order: \(months)")
        }
        for open in account.open where open.end == nil || open.entries.isEmpty {
            if open.end == nil { found.append("\(open.month) has no end") }
            if open.late == nil, open.credits == nil { found.append("\(open.month) is empty") }
        }
        for month in account.closed {
            let entries = month.entries.compactMap { state.entries[$0] }
            if entries.contains(where: { !month.month.contains($0.date) }) {
                found.append("\(month.month) holds another month's work")
            }
            if month.assumedRate != nil { found.append("a rate was not kept") }
        }
        return found
            + state.statements(of: account).compactMap { statement in
                let minutes = statement.charges.reduce(Minutes.zero) { $0 + $1.minutes }
                let byWork = statement.work.reduce(Minutes.zero) { $0 + $1.minutes }
                let byTicket = statement.tickets.reduce(Minutes.zero) { $0 + $1.minutes }
                let amounts = statement.charges.map(\.amount) + statement.adjustments.map(\.amount)
                let sum = amounts.reduce(0) { $0 + $1.minorUnits }
                let isRight =
                    minutes == byWork && minutes == byTicket
                    && statement.total.map(\.minorUnits) == [sum]
                return isRight ? nil : "the statement of \(statement.month) is wrong"
            }
    }
}

extension State {
    /// All statements for work on demand, closed and open.
    var onDemandStatements: [OnDemandStatement] { onDemand.values.flatMap(statements) }

    /// What all of them carry for earlier months.
    var onDemandAdjustments: [OnDemandAdjustment] { onDemandStatements.flatMap(\.adjustments) }

    func statements(of account: OnDemandAccount) -> [OnDemandStatement] {
        account.months.compactMap { month in
            try? onDemandStatement(
                of: account.client, month, titles: [:],
                rate: Money(minorUnits: 0, currency: "EUR"))
        }
    }
}
