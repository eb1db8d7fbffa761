/// The result of one probe.
package struct ProbeObservation: Hashable, Sendable, Codable {
    /// The verdict of one probe.
    package enum Outcome: String, Sendable, Codable, CaseIterable {
        /// The target answered as the check demands.
        case success
        /// It did not.
        case failure
        /// The probe could not be made (a path that is gone, no descriptors left): says nothing
        /// about the target.
        case unknown
    }

    package var monitor: Name<Monitor>
    package var outcome: Outcome
    /// One line for people: `HTTP 200 in 12 ms`, `connection refused`, `91 % used on /srv`.
    package var detail: String
    /// How long each part of the exchange took; nil where none was measured.
    package var phases: ProbePhases?

    package init(
        monitor: Name<Monitor>, outcome: Outcome, detail: String, phases: ProbePhases? = nil
    ) {
        (self.monitor, self.outcome, self.detail, self.phases) = (monitor, outcome, detail, phases)
    }
}

/// How long each part of a network probe took, in microseconds; nil for a part that was not reached.
package struct ProbePhases: Hashable, Sendable, Codable {
    /// From the start to the name resolved.
    package var resolve: Int?
    /// From then to the TCP connection open.
    package var connect: Int?
    /// From then to the TLS handshake done.
    package var tls: Int?
    /// From then to the first byte of the answer.
    package var firstByte: Int?
    /// From then to the last byte.
    package var transfer: Int?
    /// From the start to the end.
    package var total: Int

    package init(
        resolve: Int? = nil, connect: Int? = nil, tls: Int? = nil, firstByte: Int? = nil,
        transfer: Int? = nil, total: Int
    ) {
        (self.resolve, self.connect, self.tls, self.firstByte) = (resolve, connect, tls, firstByte)
        (self.transfer, self.total) = (transfer, total)
    }
}

/// The load of a worker, as it reports it every few seconds.
package struct WorkerLoad: Hashable, Sendable, Codable {
    /// How many monitors it probes.
    package var monitors: Int
    /// How many probes are in flight.
    package var running: Int
    /// How many probes are due and not yet started.
    package var waiting: Int
    /// The longest delay between a probe's due time and its start since the last report, in
    /// milliseconds.
    package var lateMilliseconds: Int

    package init(monitors: Int, running: Int, waiting: Int, lateMilliseconds: Int) {
        (self.monitors, self.running, self.waiting) = (monitors, running, waiting)
        self.lateMilliseconds = lateMilliseconds
    }
}
