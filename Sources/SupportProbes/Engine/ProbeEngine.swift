package import SupportModel
package import SupportSystem

/// Runs looks: network looks through libcurl, looks at this host by itself.
///
/// Belongs to one thread, which calls `turn` again and again. Every look that is started and not
/// cancelled is handed back by `takeFinished` once.
package final class ProbeEngine {
    private let poll = EventPoll()
    private let wakeUp: WakeUp
    private let transfers: TransferSet
    private let disks: DiskLooks
    private var others: Set<CInt> = []
    private var finished: [FinishedLook] = []

    /// An engine that calls itself `supportd/RELEASE` to the sites it looks at.
    ///
    /// - Parameters:
    ///   - diskVerdict: looks at a file system, on a thread where it may block.
    ///   - nearness: what kind of address of this host or its link one is; nil for one that leads
    ///     out.
    package init(
        release: String = Release.version,
        diskVerdict: (@Sendable (DiskCheck) -> Verdict)? = nil,
        nearness: @escaping (NetworkAddress) -> String? = { $0.nearness }
    ) throws(EngineFault) {
        do {
            wakeUp = try WakeUp()
        } catch {
            throw EngineFault(doing: "preparing the probes", cause: "\(error)")
        }
        transfers = try TransferSet(poll: poll, agent: "supportd/\(release)", nearness: nearness)
        disks = DiskLooks(wakeUp: wakeUp, read: diskVerdict ?? { DiskReading.verdict($0) })
        poll.watch(wakeUp.descriptor, reading: true, writing: false)
    }

    /// Begins a look. Whoever starts it has seen to it that its check has no `problem()`: one that
    /// has comes back as unknown at best.
    package func start(_ look: ProbeLook) {
        if let end = begin(look) { finished.append(end) }
    }

    /// Breaks a look off; nothing more is heard of it.
    package func cancel(_ look: UInt64) {
        transfers.cancel(look)
        disks.cancel(look)
        finished.removeAll { $0.look.number == look }
    }

    /// Takes the looks that have ended since the last call, in the order of ending.
    package func takeFinished() -> [FinishedLook] {
        defer { finished = [] }
        return finished
    }

    /// Has `turn` tell of a descriptor of the caller's, in place of what was asked for it before.
    package func watch(_ descriptor: CInt, reading: Bool, writing: Bool) {
        others.insert(descriptor)
        poll.watch(descriptor, reading: reading, writing: writing)
    }

    /// Has `turn` tell of it no more; to be called before the descriptor is closed.
    package func forget(_ descriptor: CInt) {
        others.remove(descriptor)
        poll.forget(descriptor)
    }

    /// Waits until something happens or the time has come, and lets all looks go on.
    ///
    /// - Parameter until: milliseconds on the boot clock.
    /// - Returns: what became ready of the caller's descriptors.
    package func turn(until: Int64) throws(EngineFault) -> [EventPoll.Event] {
        var foreign: [EventPoll.Event] = []
        for event in try wait(until: until) {
            if event.descriptor == wakeUp.descriptor {
                wakeUp.drain()
            } else if others.contains(event.descriptor) {
                foreign.append(event)
            } else {
                transfers.proceed(event)
            }
        }
        let now = BootClock.milliseconds
        transfers.proceed(now: now)
        finished += transfers.takeFinished()
        finished += disks.takeFinished(now: now)
        return foreign
    }

    private func wait(until: Int64) throws(EngineFault) -> [EventPoll.Event] {
        let times = [until, transfers.timerDue ?? until, disks.nextDeadline ?? until]
        let rest = (times.min() ?? until) - BootClock.milliseconds
        do {
            return try poll.wait(milliseconds: finished.isEmpty ? Int(clamping: rest) : 0)
        } catch {
            throw EngineFault(doing: "waiting for the network", cause: "\(error)")
        }
    }

    private func begin(_ look: ProbeLook) -> FinishedLook? {
        switch look.assignment.check {
        case .http, .tcp: return transfers.start(look)
        case .disk(let check): return disks.start(look, check, now: BootClock.milliseconds)
        case .memory(let check):
            return FinishedLook(look: look, verdict: HostResources.verdict(check))
        case .load(let check):
            return FinishedLook(look: look, verdict: HostResources.verdict(check))
        }
    }
}

/// Why the probes cannot work at all.
package struct EngineFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done.
    package let doing: String
    /// What the system or libcurl said.
    package let cause: String

    package var description: String { "\(doing): \(cause)" }
}

/// A look that has come to its end, and what it came to.
package struct FinishedLook: Hashable, Sendable {
    /// The look as it was begun.
    package let look: ProbeLook
    /// What it came to.
    package let verdict: Verdict
    /// How long each part took; nil for what does not go over the network.
    package let phases: ProbePhases?

    package init(look: ProbeLook, verdict: Verdict, phases: ProbePhases? = nil) {
        self.look = look
        self.verdict = verdict
        self.phases = phases
    }

    /// What the desk is told of it. A failure seen while the worker was paused says nothing.
    package func observation(wasPaused: Bool) -> ProbeObservation {
        let isVoid = wasPaused && verdict.outcome == .failure
        let detail = isVoid ? "this host was paused meanwhile: \(verdict.detail)" : verdict.detail
        return ProbeObservation(
            monitor: look.assignment.monitor, outcome: isVoid ? .unknown : verdict.outcome,
            detail: PrintableText.line(detail, bytesMax: Limits.probeDetailBytesMax), phases: phases
        )
    }
}
