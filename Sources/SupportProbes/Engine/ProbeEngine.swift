package import SupportModel
package import SupportSystem

/// Runs probes: network probes through libcurl, probes of this host's resources by itself.
///
/// Belongs to one thread, which calls `turn` repeatedly. Every probe that is started and not
/// cancelled is returned by `takeFinished` exactly once.
package final class ProbeEngine {
    private let poll = EventPoll()
    private let wakeUp: WakeUp
    private let transfers: TransferSet
    private let disks: DiskProbes
    private var others: Set<CInt> = []
    private var finished: [FinishedProbe] = []

    /// An engine whose HTTP user agent is `supportd/RELEASE`.
    ///
    /// - Parameters:
    ///   - diskVerdict: probes a file system, on a thread where it may block.
    ///   - nearness: the kind of address if it is one of this host or its link; nil for any other.
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
        disks = DiskProbes(wakeUp: wakeUp, read: diskVerdict ?? { DiskReading.verdict($0) })
        poll.watch(wakeUp.descriptor, reading: true, writing: false)
    }

    /// Starts a probe. The caller has checked that `problem()` of its check is nil; a check with a
    /// problem ends as unknown at best.
    package func start(_ probe: Probe) {
        if let end = begin(probe) { finished.append(end) }
    }

    /// Cancels a probe; `takeFinished` does not return it.
    package func cancel(_ probe: UInt64) {
        transfers.cancel(probe)
        disks.cancel(probe)
        finished.removeAll { $0.probe.number == probe }
    }

    /// Takes the probes that have ended since the last call, in the order of their ends.
    package func takeFinished() -> [FinishedProbe] {
        defer { finished = [] }
        return finished
    }

    /// Makes `turn` report events of a descriptor of the caller's; replaces an earlier request for
    /// it.
    package func watch(_ descriptor: CInt, reading: Bool, writing: Bool) {
        others.insert(descriptor)
        poll.watch(descriptor, reading: reading, writing: writing)
    }

    /// Stops reporting a descriptor; to be called before it is closed.
    package func forget(_ descriptor: CInt) {
        others.remove(descriptor)
        poll.forget(descriptor)
    }

    /// Waits for an event or until a time, and advances all probes.
    ///
    /// - Parameter until: milliseconds on the boot clock.
    /// - Returns: the events of the caller's descriptors.
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

    private func begin(_ probe: Probe) -> FinishedProbe? {
        switch probe.assignment.check {
        case .http, .tcp: return transfers.start(probe)
        case .disk(let check): return disks.start(probe, check, now: BootClock.milliseconds)
        case .memory(let check):
            return FinishedProbe(probe: probe, verdict: HostResources.verdict(check))
        case .load(let check):
            return FinishedProbe(probe: probe, verdict: HostResources.verdict(check))
        }
    }
}

/// Why the engine cannot run at all.
package struct EngineFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let doing: String
    /// The message of the system or of libcurl.
    package let cause: String

    package var description: String { "\(doing): \(cause)" }
}

/// A probe that has ended, with its result.
package struct FinishedProbe: Hashable, Sendable {
    package let probe: Probe
    package let verdict: Verdict
    /// How long each phase took; nil for a probe that does not use the network.
    package private(set) var phases: ProbePhases?

    /// The observation to report to the desk. A failure during a pause of the worker proves nothing
    /// about the target and is reported as unknown.
    package func observation(wasPaused: Bool) -> ProbeObservation {
        let isVoid = wasPaused && verdict.outcome == .failure
        let detail = isVoid ? "this host was paused meanwhile: \(verdict.detail)" : verdict.detail
        return ProbeObservation(
            monitor: probe.assignment.monitor, outcome: isVoid ? .unknown : verdict.outcome,
            detail: PrintableText.line(detail, bytesMax: Limits.probeDetailBytesMax), phases: phases
        )
    }
}
