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

/// A request that goes on only when another thread has done something that may block, such as
/// reading a file.
///
/// Its connection waits for it, and all others go on. Nothing is decided before: what the ledger
/// then does, it does with the desk as it is by then, in one turn.
package struct SuspendedRequest: Sendable {
    /// What the ledger does with what the work has brought.
    package typealias Resumption = @Sendable (isolated Ledger) throws -> Outcome

    let method: String
    let caller: Caller
    /// What the other thread does; it may take for ever.
    package let work: @Sendable () -> Resumption
    /// What the ledger does where the work has not ended in time.
    package let late: Resumption

    /// A request of a caller that waits for work.
    package init(
        method: String, caller: Caller, work: @escaping @Sendable () -> Resumption,
        late: @escaping Resumption
    ) {
        self.method = method
        self.caller = caller
        self.work = work
        self.late = late
    }
}

extension Ledger {
    /// Goes on with a request that was suspended.
    package func resume(
        _ suspension: SuspendedRequest, _ resumption: SuspendedRequest.Resumption
    ) -> Outcome {
        answer(suspension.method, by: suspension.caller) { try resumption($0) }
    }

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
