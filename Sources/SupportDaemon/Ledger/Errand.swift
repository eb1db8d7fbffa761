package import NIOCore
package import SupportJSON
import SupportModel
package import SupportWire

/// An answer that takes long, or a change that takes long to decide: made on another thread, in its
/// turn.
///
/// Only the request is kept until then: the errand is begun, with the state at that time, when a
/// thread is free for it.
package struct Errand: Sendable {
    /// The work for the other thread.
    package typealias Work = @Sendable () throws -> Result

    /// The result of the work.
    package enum Result: Sendable {
        /// The answer, made from the state with which the errand was begun.
        case answer(RawJSON)
        /// The ledger continues the request.
        case resume(ResumedRequest)
    }

    /// The result in the form that a connection takes.
    package enum End: Sendable {
        /// The answer's line, or an error's.
        case line([UInt8])
        /// The ledger continues the request.
        case resume(ResumedRequest)
    }

    /// Its cost, which decides how it is scheduled.
    package let cost: Cost
    let begin: @Sendable (isolated Ledger) throws -> Work

    /// An errand of this cost, and how the ledger begins it.
    package init(cost: Cost, begin: @escaping @Sendable (isolated Ledger) throws -> Work) {
        (self.cost, self.begin) = (cost, begin)
    }

    /// An errand that was begun.
    package struct Begun: Sendable {
        /// Makes the answer.
        package let work: Work
        /// The record that must be durable before it runs, because the work may read the journal
        /// and the answer depends on the record.
        package let after: UInt64

        package init(work: @escaping Work, after: UInt64) {
            (self.work, self.after) = (work, after)
        }
    }
}

/// A request that the ledger continues: another thread has done its part.
package struct ResumedRequest: Sendable {
    let method: String
    let caller: Caller
    /// The ledger's part, done in one turn.
    let resume: SuspendedRequest.Resumption
}

/// A request that continues only when another thread has done work that may block, such as reading
/// a file.
///
/// Its connection waits for it; other connections continue. Nothing is decided before: the ledger
/// then uses the state at that time, in one turn.
package struct SuspendedRequest: Sendable {
    /// What the ledger does with the result of the work.
    package typealias Resumption = @Sendable (isolated Ledger) throws -> Outcome

    let method: String
    let caller: Caller
    /// The work for the other thread; it may never return.
    package let work: @Sendable () -> Resumption
    /// What is begun on the event loop in place of work for a thread, and calls back there; nil where
    /// there is work.
    package let begin: (@Sendable (@escaping @Sendable (@escaping Resumption) -> Void) -> Void)?
    /// What the ledger does where the work has not ended in time.
    package let late: Resumption
    /// How long the request waits for the work; nil for as long as any may.
    let patience: TimeAmount?

    /// A request of a caller that waits for work.
    package init(
        method: String, caller: Caller, patience: TimeAmount? = nil,
        work: @escaping @Sendable () -> Resumption, late: @escaping Resumption
    ) {
        (self.method, self.caller, self.patience, self.work) = (method, caller, patience, work)
        self.late = late
        begin = nil
    }

    /// A request of a caller that waits for another process.
    ///
    /// - Parameter begin: begins it, on the event loop, and calls back there once.
    package init(
        method: String, caller: Caller, patience: TimeAmount,
        begin: @escaping @Sendable (@escaping @Sendable (@escaping Resumption) -> Void) -> Void,
        late: @escaping Resumption
    ) {
        (self.method, self.caller, self.patience, self.begin) = (method, caller, patience, begin)
        self.late = late
        work = { late }
    }

    /// The request once the other thread has done its part, or took too long.
    package func resumed(by resumption: @escaping Resumption) -> ResumedRequest {
        ResumedRequest(method: method, caller: caller, resume: resumption)
    }
}

extension Ledger {
    /// Continues a request that waited for another thread.
    package func resume(_ request: ResumedRequest) -> Outcome {
        answer(request.method, by: request.caller) { try request.resume($0) }
    }

    /// The error with the nearest known name where it is about an unknown one.
    func naming(_ error: any Error) -> any Error { view(at: clock.now).namingNearest(in: error) }

    /// Begins an errand with the desk as it is now; one that is refused answers its error.
    package func begin(_ errand: Errand) -> Errand.Begun {
        settle()
        let work: Errand.Work
        do {
            work = try errand.begin(self)
        } catch {
            let named = naming(error)
            work = { throw named }
        }
        return Errand.Begun(work: work, after: state.sequence)
    }
}

extension Cost {
    /// Whether an answer is quick enough to be made on the event loop, with the present state.
    func isQuick(_ state: borrowing State) -> Bool {
        switch self {
        case .quick: return true
        case .counted:
            let things = state.clients.count + state.contracts.count + state.monitors.count
            guard things <= LedgerLimits.countedAtOnceMax else { return false }
            let entries = state.contracts.values.reduce(0) { $0 + $1.account.entries.count }
            return entries <= LedgerLimits.entriesAtOnceMax
        case .long, .whole: return false
        }
    }
}
