import NIOCore
import NIOPosix
import SupportWire

/// What all connections share. Lives on the event loop and is touched nowhere else.
final class Reception {
    let ledger: Ledger
    let gate: DurabilityGate
    let limits: SessionLimits
    /// Threads for answers that take long.
    let pool: NIOThreadPool
    private var perUser: [UInt32: Int] = [:]
    private var count = 0

    init(ledger: Ledger, gate: DurabilityGate, limits: SessionLimits, pool: NIOThreadPool) {
        self.ledger = ledger
        self.gate = gate
        self.limits = limits
        self.pool = pool
    }

    /// Takes a connection in, or says why not.
    func admit(_ uid: UInt32) throws(WireError) {
        guard count < limits.connectionsMax else {
            throw .tooManyConnections("the desk has its \(limits.connectionsMax) connections")
        }
        let own = perUser[uid] ?? 0
        guard own < limits.connectionsPerUserMax else {
            throw .tooManyConnections(
                "you have your \(limits.connectionsPerUserMax) connections")
        }
        count += 1
        perUser[uid] = own + 1
    }

    /// Lets a connection that was taken in go.
    func dismiss(_ uid: UInt32) {
        count -= 1
        let rest = (perUser[uid] ?? 1) - 1
        perUser[uid] = rest > 0 ? rest : nil
    }
}
