package import NIOCore
import SupportSystem

/// A cache of the names of users: a value that receives the time as an argument, in milliseconds on
/// the boot clock.
///
/// A name is valid for `goodMilliseconds` and is then requested again; until the answer arrives the
/// old name is used, or the number of a user without a known name.
package struct KnownNames: Sendable {
    /// The present name of a user, or the number where none is known, and whether the directory of
    /// users must be queried now; `answered` or `failed` has to be called then.
    package typealias Finding = (name: String, mustAsk: Bool)

    /// The directory's answer for one user.
    private struct Entry: Sendable {
        /// Nil where no user has the number.
        let name: String?
        let at: Int64
    }

    /// How long a name is valid, in milliseconds.
    package static let goodMilliseconds: Int64 = 600_000
    /// How long the answer that no user has a number is valid, in milliseconds.
    package static let absenceGoodMilliseconds: Int64 = 60_000
    /// The most users whose names are kept.
    package static let keptMax = 1_000
    /// The most users whose names are requested at the same time.
    package static let askedMax = 1_000

    private var known: [UInt32: Entry] = [:]
    private var asked: Set<UInt32> = []

    /// An empty cache.
    package init() {}

    /// The present name of a user, and whether it must be requested; a user's name is not requested
    /// twice at the same time.
    package mutating func find(_ user: UInt32, now: Int64) -> Finding {
        let entry = known[user]
        let isGood = entry.map { self.isGood($0, now: now) } ?? false
        let mustAsk = !isGood && !asked.contains(user) && asked.count < Self.askedMax
        if mustAsk { asked.insert(user) }
        return (name: entry?.name ?? String(user), mustAsk: mustAsk)
    }

    /// Stores the directory's answer; nil: no user has the number. Returns the user's name.
    package mutating func answered(_ user: UInt32, _ name: String?, now: Int64) -> String {
        asked.remove(user)
        if known[user] == nil, known.count >= Self.keptMax,
            let oldest = known.min(by: { $0.value.at < $1.value.at })
        {
            known[oldest.key] = nil
        }
        known[user] = Entry(name: name, at: now)
        return name ?? String(user)
    }

    /// Notes that the directory failed; it is queried again when the user connects next. Returns
    /// the name to use until then.
    package mutating func failed(_ user: UInt32) -> String {
        asked.remove(user)
        return known[user]?.name ?? String(user)
    }

    private func isGood(_ entry: Entry, now: Int64) -> Bool {
        let span = entry.name == nil ? Self.absenceGoodMilliseconds : Self.goodMilliseconds
        return now - entry.at < span
    }
}

/// Finds the names of the users who connect. Used on the event loop only.
///
/// A directory of users may be a remote service that is slow or does not answer: it is queried on a
/// thread of its own, and a connection waits for it only for a limited time. While the query for a
/// user continues after that, further connections of the user do not wait.
package final class PeerNames {
    /// Finds the name of a user; nil where none has the number. May never return.
    package typealias LookUp = @Sendable (UInt32) throws -> String?

    /// Queries the host's databases, and the services that it is configured to use.
    package static let ofHost: LookUp = { try UserDatabase.name(ofUser: $0) }

    private var known = KnownNames()
    /// The names that connections wait for, until the answer arrives or the time limit has passed.
    private var awaited: [UInt32: (name: EventLoopPromise<String>, limit: Scheduled<Void>)] = [:]
    private let directory: BlockingThread
    private let lookUp: LookUp
    private let wait: TimeAmount
    private let loop: any EventLoop

    /// - Parameters:
    ///   - directory: the thread on which names are read.
    ///   - wait: the longest time that a connection waits for a name.
    package init(
        _ directory: BlockingThread, wait: TimeAmount = LedgerLimits.nameWait,
        on loop: any EventLoop, lookUp: @escaping LookUp
    ) {
        (self.directory, self.lookUp, self.wait, self.loop) = (directory, lookUp, wait, loop)
    }

    /// The user's name, or its number where no name is found in time.
    package func name(of user: UInt32) -> EventLoopFuture<String> {
        if let awaited = awaited[user] { return awaited.name.futureResult }
        let found = known.find(user, now: BootClock.milliseconds)
        guard found.mustAsk else { return loop.makeSucceededFuture(found.name) }
        let name = loop.makePromise(of: String.self)
        let limit = loop.assumeIsolated().scheduleTask(in: wait) {
            self.end(user, with: found.name)
        }
        awaited[user] = (name, limit)
        let (names, loop) = (NIOLoopBound(self, eventLoop: loop), loop)
        directory.run { [lookUp] in
            let answer = Result { try lookUp(user) }
            loop.execute { names.value.take(user, answer) }
        }
        return name.futureResult
    }

    private func take(_ user: UInt32, _ answer: Result<String?, any Error>) {
        switch answer {
        case .success(let name):
            end(user, with: known.answered(user, name, now: BootClock.milliseconds))
        case .failure: end(user, with: known.failed(user))
        }
    }

    private func end(_ user: UInt32, with name: String) {
        guard let awaited = awaited.removeValue(forKey: user) else { return }
        awaited.limit.cancel()
        awaited.name.succeed(name)
    }
}
