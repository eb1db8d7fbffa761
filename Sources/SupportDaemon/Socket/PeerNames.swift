package import NIOCore
import SupportSystem

/// What is known of the names of users: a value that receives the time as an argument, in
/// milliseconds on the boot clock.
///
/// A name is good for `goodMilliseconds` and is then asked for anew; until the answer has come the
/// name that was known before is used, or the number of a user whose name was never known.
package struct KnownNames: Sendable {
    /// What a user is called for now.
    package struct Finding: Hashable, Sendable {
        /// The name, or the number where none is known.
        package let name: String
        /// Whether the directory of users must be asked now; `answered` or `failed` then follows.
        package let mustAsk: Bool

        package init(name: String, mustAsk: Bool) {
            self.name = name
            self.mustAsk = mustAsk
        }
    }

    /// What the directory said of one user.
    private struct Entry: Sendable {
        /// Nil where no user has the number.
        let name: String?
        let at: Int64
    }

    /// How long a name is good, in milliseconds.
    package static let goodMilliseconds: Int64 = 600_000
    /// How long it is good that no user has a number, in milliseconds.
    package static let absenceGoodMilliseconds: Int64 = 60_000
    /// The users whose names are kept at most.
    package static let keptMax = 1_000
    /// The users whose names are asked for at a time at most.
    package static let askedMax = 1_000

    private var known: [UInt32: Entry] = [:]
    private var asked: Set<UInt32> = []

    /// Nobody's name is known.
    package init() {}

    /// What a user is called now, and whether that is to be asked for; nobody is asked for twice at a
    /// time.
    package mutating func find(_ user: UInt32, now: Int64) -> Finding {
        let entry = known[user]
        let isGood = entry.map { self.isGood($0, now: now) } ?? false
        let mustAsk = !isGood && !asked.contains(user) && asked.count < Self.askedMax
        if mustAsk { asked.insert(user) }
        return Finding(name: entry?.name ?? String(user), mustAsk: mustAsk)
    }

    /// Takes in what the directory said; nil: no user has the number. Gives what the user is called.
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

    /// Notes that the directory could not say; it is asked again when the user comes next. Gives what
    /// the user is called meanwhile.
    package mutating func failed(_ user: UInt32) -> String {
        asked.remove(user)
        return known[user]?.name ?? String(user)
    }

    private func isGood(_ entry: Entry, now: Int64) -> Bool {
        let span = entry.name == nil ? Self.absenceGoodMilliseconds : Self.goodMilliseconds
        return now - entry.at < span
    }
}

/// Finds the names of the users who connect. Lives on the event loop.
///
/// A directory of users may be a service elsewhere that is slow or does not answer: it is asked on a
/// thread of its own, and a connection waits for it only for so long. While the
/// directory is still asked for a user after that, further connections of the user do not wait.
package final class PeerNames {
    /// Finds the name of a user; nil where none has the number. May never return.
    package typealias LookUp = @Sendable (UInt32) throws -> String?

    /// Asks the host's own databases, and the services that it is set up to ask.
    package static let ofHost: LookUp = { try UserDatabase.name(ofUser: $0) }

    private var known = KnownNames()
    /// Those that are waited for, until the answer comes or the time is over.
    private var awaited: [UInt32: (name: EventLoopPromise<String>, limit: Scheduled<Void>)] = [:]
    private let directory: BlockingThread
    private let lookUp: LookUp
    private let wait: TimeAmount
    private let loop: any EventLoop

    /// - Parameters:
    ///   - directory: the thread on which names are read.
    ///   - wait: how long a name is waited for at most.
    package init(
        _ directory: BlockingThread, wait: TimeAmount = LedgerLimits.nameWait,
        on loop: any EventLoop, lookUp: @escaping LookUp
    ) {
        self.directory = directory
        self.lookUp = lookUp
        self.wait = wait
        self.loop = loop
    }

    /// The user's name, or its number where no name comes in time.
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
