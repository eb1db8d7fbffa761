import Logging
import NIOCore
import NIOPosix
import SupportModel
import SupportSystem

/// Listens on the control socket.
struct ControlService: DeskService {
    let name = "control"

    func start(_ desk: Desk) async throws -> Stop {
        let (plan, ledger, threads, gate) = (desk.plan, desk.ledger, desk.threads, desk.gate)
        let loop = desk.loop
        let reception = try await loop.submit {
            NIOLoopBound(
                Reception(
                    ledger: ledger, gate: gate.value, limits: plan.limits, threads: threads,
                    on: loop),
                eventLoop: loop)
        }.get()
        let listener = try await UnixListener.bind(
            plan.socket, mode: plan.socketMode, on: loop,
            unreadBytesMax: plan.limits.unreadBytesMax,
            onShortage: { fault in ledger.assumeIsolated { $0.note(shortage: fault) } }
        ) { channel in
            PeerGreeting.greet(channel, reception.value)
        }
        desk.logger.info("listening", metadata: ["socket": "\(plan.socket)"])
        return { await listener.close() }
    }
}
