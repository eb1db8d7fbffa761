import SupportModel

/// The words for a cycle that cannot be found: the cycles that there are.
extension WireError {
    /// So many cycles are named one by one; of more only the first and the last.
    private static let namedMax = 6

    /// The contract has no such cycle so far.
    static func unknownCycle(
        _ contract: Identifier<Contract>, _ reference: CycleReference, _ known: [Cycle]
    ) -> WireError {
        let message =
            switch reference {
            case .number: "contract \(contract) has no cycle \(reference) so far"
            case .month: "no cycle of contract \(contract) begins in \(reference) so far"
            }
        return WireError(
            .notFound, "unknown-cycle", "\(message) (R10)",
            wayOut: "its cycles are \(names(known)); "
                + "supportc contract show \(contract) tells their days")
    }

    /// More than one cycle begins in the month.
    static func cycleAmbiguous(
        _ contract: Identifier<Contract>, _ reference: CycleReference, _ found: [Cycle]
    ) -> WireError {
        let days = found.map { "cycle \($0.index + 1) on \($0.from)" }.joined(separator: ", ")
        let first = found.first.map { $0.index + 1 } ?? 1
        return WireError(
            .refused, "cycle-ambiguous",
            "\(found.count) cycles of contract \(contract) begin in \(reference): \(days) (R10)",
            wayOut: "name the cycle by its number, such as \(first)")
    }

    /// `1 (from 2026-10-01), 2 (from 2026-11-01)`.
    private static func names(_ cycles: [Cycle]) -> String {
        let names = cycles.map { "\($0.index + 1) (from \($0.from))" }
        guard names.count > namedMax, let first = names.first, let last = names.last else {
            return names.isEmpty ? "yet to come" : names.joined(separator: ", ")
        }
        return "\(first) to \(last)"
    }
}
