import SupportSystem
import SupportTestKit

/// One client that changes the desk as fast as it is answered, until the desk is gone.
///
/// Every change carries a mark that no other has, and the mark as its idempotency key.
final class CrashWriter: Sendable {
    /// A change that was sent.
    struct Change: Sendable {
        var mark: String
        var method: String
        var params: String
        /// The answer's JSON; nil when none came before the desk was killed.
        var answer: String?
    }

    private let changes = GuardedState<[Change]>([])
    private let refusals = GuardedState<[String]>([])
    private let thread: WorkerThread

    /// Connects and begins.
    init(_ name: String, socket: String, seed: UInt64) throws {
        let (changes, refusals) = (changes, refusals)
        thread = try WorkerThread(name: name) {
            var random = SeededRandom(seed: seed)
            guard let client = try? WireClient(socket, patience: .seconds(30)) else { return }
            for number in 1... {
                let change = Self.change("\(name)-\(number)", &random)
                changes.withLock { $0.append(change) }
                guard let reply = try? client.call(change.method, change.params) else { return }
                guard reply.result != nil else {
                    refusals.withLock { $0.append(reply.text) }
                    return
                }
                changes.withLock { $0[$0.count - 1].answer = reply.resultText }
                if random.next() % 64 == 0, (try? client.call("desk.snapshot")) == nil { return }
            }
        }
    }

    /// Waits until the desk is gone, and gives what was sent.
    func join() -> [Change] {
        thread.join()
        return changes.withLock { $0 }
    }

    /// What the desk refused; nothing, when all is well.
    var refused: [String] { refusals.withLock { $0 } }

    private static func change(_ mark: String, _ random: inout SeededRandom) -> Change {
        let key = #""idempotency_key":"\#(mark)"}"#
        switch random.next() % 3 {
        case 0:
            return Change(
                mark: mark, method: "ticket.open",
                params: #"{"client":"acme","level":3,"subject":"\#(mark)",\#(key)"#)
        case 1:
            return Change(
                mark: mark, method: "ticket.note",
                params: #"{"ticket":1,"text":"\#(mark)",\#(key)"#)
        default:
            return Change(
                mark: mark, method: "time.add",
                params: #"{"ticket":1,"minutes":1,"extra":true,"note":"\#(mark)",\#(key)"#)
        }
    }
}
