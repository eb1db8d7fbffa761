package import SupportJSON
import SupportModel
package import SupportWire

/// An answer that takes long and waits for its turn.
///
/// Nothing is held for it meanwhile but the request: it is begun, with the state as it is then, when
/// a thread is free for it.
package struct Errand: Sendable {
    /// What another thread does.
    package typealias Work = @Sendable () throws -> RawJSON

    /// Who has to wait for it.
    package let cost: Cost
    let begin: @Sendable (isolated Ledger) throws -> Work

    /// An errand of this cost, and how the ledger begins it.
    package init(cost: Cost, begin: @escaping @Sendable (isolated Ledger) throws -> Work) {
        self.cost = cost
        self.begin = begin
    }

    /// An errand that was begun.
    package struct Begun: Sendable {
        /// Makes the answer.
        package let work: Work
        /// What must be durable before it runs, because it may read the journal, and which its
        /// answer saw.
        package let after: UInt64

        package init(work: @escaping Work, after: UInt64) {
            self.work = work
            self.after = after
        }
    }
}

extension Ledger {
    /// Begins an errand with the desk as it is now; one that is refused answers its error.
    package func begin(_ errand: Errand) -> Errand.Begun {
        settle()
        let work: Errand.Work
        do {
            work = try errand.begin(self)
        } catch {
            work = { throw error }
        }
        return Errand.Begun(work: work, after: state.sequence)
    }
}

extension Cost {
    /// Whether an answer takes so little that nobody notices, with the desk as it is.
    func isQuick(_ state: borrowing State) -> Bool {
        switch self {
        case .quick: true
        case .counted:
            state.clients.count + state.contracts.count + state.monitors.count
                <= LedgerLimits.countedAtOnceMax
        case .long, .whole: false
        }
    }
}
