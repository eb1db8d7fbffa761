import NIOCore
import SupportJSON
import SupportModel
import SupportWire

/// Examines the desk on a thread of its own: a file system or a directory of users that does not
/// answer keeps nothing else waiting.
final class Examiner: Sendable {
    private let thread: BlockingThread
    private let loop: any EventLoop
    private let plan: ExaminedPlan
    private let host: any ExaminedHost
    private let newestSnapshot: @Sendable () -> UInt64

    /// - Parameter newestSnapshot: the last record of the newest snapshot.
    init(
        _ plan: ExaminedPlan, _ host: any ExaminedHost, on loop: any EventLoop,
        newestSnapshot: @escaping @Sendable () -> UInt64
    ) throws {
        (self.plan, self.host, self.loop) = (plan, host, loop)
        self.newestSnapshot = newestSnapshot
        thread = try BlockingThread(name: "examination")
    }

    /// The request of a caller, which waits for the examination or as long as one waits.
    func suspend(
        _ method: String, _ ledger: isolated Ledger, _ caller: Caller
    ) -> SuspendedRequest {
        let desk = ledger.examined(plan, newestSnapshot: newestSnapshot(), host: host)
        let run = ExaminationRun()
        let patience = ExaminationLimits.wait
        let answer: SuspendedRequest.Resumption = { ledger in
            let findings = run.end(seconds: Int(patience.nanoseconds / 1_000_000_000))
            let reply = DeskExamine.Reply(at: desk.view.now, findings: findings)
            return .reply(try RawJSON(encoding: reply), after: ledger.state.sequence)
        }
        return SuspendedRequest(
            method: method, caller: caller, patience: patience,
            begin: { [thread, loop] done in
                run.wait(
                    with: thread.run {
                        run.run(desk)
                        loop.execute { done(answer) }
                    })
            },
            late: { [thread] ledger in
                // Where an earlier one hangs, this one has not begun.
                run.ticket.map(thread.cancel)
                return try answer(ledger)
            })
    }
}

/// Makes examinations possible while the desk runs.
struct ExaminationService: DeskService {
    let name = "examination"

    func start(_ desk: Desk) throws -> Stop {
        let (plan, log) = (desk.plan, desk.log)
        let examiner = try Examiner(
            ExaminedPlan(plan), plan.host, on: desk.loop, newestSnapshot: { log.newestSnapshot })
        desk.ask { ledger in
            ledger.facts.examiner = examiner
            ledger.facts.configuration = plan.configuration
        }
        return { desk.ask { $0.facts.examiner = nil } }
    }
}

/// The method of examinations.
enum ExaminationRoutes {
    static let all: [Route] = [
        .act(DeskExamine.self) { _, ledger, caller in
            guard let examiner = ledger.facts.examiner else {
                let findings = ExaminedArea.allCases.map { Finding.unanswered($0, seconds: 0) }
                let reply = DeskExamine.Reply(at: ledger.clock.now, findings: findings)
                return .later(
                    Errand(cost: DeskExamine.method.cost) { _ in
                        { .answer(try RawJSON(encoding: reply)) }
                    })
            }
            return .suspended(examiner.suspend(DeskExamine.method.name, ledger, caller))
        }
    ]
}
