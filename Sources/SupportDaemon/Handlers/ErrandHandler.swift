import SupportJSON
import SupportWire

/// Answers a method on another thread, from what lies on the disk.
protocol ErrandHandler: Sendable {
    associatedtype Input: Request
    /// Takes from the ledger what the work needs; the work makes the answer.
    static func begin(
        _ request: Input, on ledger: isolated Ledger
    ) throws -> @Sendable () throws -> Input.Reply
}

extension ErrandHandler {
    /// The handler's row.
    static var route: Route {
        Route(
            Input.self,
            .errand { envelope, ledger in
                let work = try begin(try envelope.decode(Input.self), on: ledger)
                return { try RawJSON(encoding: work()) }
            })
    }
}
