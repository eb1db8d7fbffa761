package import NIOCore
import SupportSystem

/// Finds the numbers of the Unix groups that have roles. Used on the event loop only.
///
/// They are read on the thread of the directory of users, which may be a remote service: a
/// connection waits for a group that was never found only for a limited time, and what is not known
/// gives nobody a role.
package final class RoleGroups {
    /// Finds the number of a group; nil where there is none of the name. May never return.
    package typealias LookUp = @Sendable (String) throws -> UInt32?

    /// Queries the host's databases, and the services that it is configured to use.
    package static let ofHost: LookUp = { try UserDatabase.group(named: $0) }

    /// How long the numbers are valid, in milliseconds.
    package static let goodMilliseconds: Int64 = 60_000

    private let directory: BlockingThread
    private let lookUp: LookUp
    private let wait: TimeAmount
    private let loop: any EventLoop
    /// Receives the numbers that are known now.
    private let found: ([String: UInt32]) -> Void
    private var numbers: [String: UInt32] = [:]
    private var known: Set<String> = []
    private var readAt: Int64?
    private var reading: (names: Set<String>, end: EventLoopPromise<Void>)?

    /// - Parameters:
    ///   - directory: the thread on which groups are read.
    ///   - wait: the longest time that a connection waits for them.
    package init(
        _ directory: BlockingThread, wait: TimeAmount = LedgerLimits.nameWait,
        on loop: any EventLoop, lookUp: @escaping LookUp,
        found: @escaping ([String: UInt32]) -> Void
    ) {
        (self.directory, self.lookUp, self.wait, self.loop) = (directory, lookUp, wait, loop)
        self.found = found
    }

    /// Reads the numbers of groups again where they are old, and succeeds when all of them were
    /// looked for once, or when that takes too long.
    package func refresh(_ names: Set<String>) -> EventLoopFuture<Void> {
        let now = BootClock.milliseconds
        let isFresh = readAt.map { now - $0 < Self.goodMilliseconds } ?? false
        guard !names.isEmpty, !(isFresh && names.isSubset(of: known)) else {
            return loop.makeSucceededVoidFuture()
        }
        if reading == nil { read(names, at: now) }
        guard !names.isSubset(of: known), let reading else { return loop.makeSucceededVoidFuture() }
        let end = loop.makePromise(of: Void.self)
        let limit = loop.assumeIsolated().scheduleTask(in: wait) { end.succeed() }
        reading.end.futureResult.assumeIsolated().whenComplete { _ in
            limit.cancel()
            end.succeed()
        }
        return end.futureResult
    }

    private func read(_ names: Set<String>, at now: Int64) {
        let end = loop.makePromise(of: Void.self)
        reading = (names, end)
        let (groups, loop) = (NIOLoopBound(self, eventLoop: loop), loop)
        directory.run { [lookUp] in
            var answers: [String: UInt32?] = [:]
            for name in names {
                if let number = UInt32(name) {
                    answers[name] = .some(number)
                } else if let answer = try? lookUp(name) {
                    answers[name] = .some(answer)
                }
            }
            let result = answers
            loop.execute { groups.value.take(result, at: now) }
        }
    }

    /// Takes what was found; a group that could not be looked for keeps its number.
    private func take(_ answers: [String: UInt32?], at now: Int64) {
        for (name, number) in answers { numbers[name] = number }
        readAt = now
        known = reading?.names ?? []
        found(numbers)
        reading?.end.succeed()
        reading = nil
    }
}
