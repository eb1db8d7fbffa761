import HashTreeCollections

/// The answers that a repeated request can still receive, oldest first.
///
/// Kept for a day by the records' own times, so that replay drops exactly the answers that the desk
/// dropped.
package struct AnswerBook: Sendable {
    /// How long an answer is kept: 24 hours, in milliseconds.
    package static let keptMilliseconds = Instant.millisecondsPerDay
    /// The most answers kept, whatever their age.
    package static let countMax = 100_000

    private var answers: TreeDictionary<String, StoredAnswer> = [:]
    private var order: TreeDictionary<UInt64, Given> = [:]
    private var oldest: UInt64 = 0
    private var next: UInt64 = 0

    /// When an answer was given, and under which key.
    private struct Given {
        var at: Instant
        var key: String
    }

    /// An empty book.
    package init() {}

    /// The answer kept under a key.
    package func answer(_ key: String) -> StoredAnswer? { answers[key] }

    /// Oldest first, with the time of each: what a snapshot keeps.
    package var kept: [(at: Instant, answer: StoredAnswer)] {
        (oldest..<next).compactMap { place in
            guard let given = order[place], let answer = answers[given.key] else { return nil }
            return (given.at, answer)
        }
    }

    /// Adds an answer and drops those that are too old or too many.
    mutating func keep(_ answer: StoredAnswer, at now: Instant) {
        // The old ones first: one of them may have the same key, and dropping it later would remove
        // the new answer.
        while let first = order[oldest],
            now.milliseconds(since: first.at) > Self.keptMilliseconds
        {
            forgetOldest()
        }
        if answers.updateValue(answer, forKey: answer.key) == nil {
            order[next] = Given(at: now, key: answer.key)
            next += 1
        }
        if answers.count > Self.countMax { forgetOldest() }
    }

    private mutating func forgetOldest() {
        if let first = order[oldest] { answers[first.key] = nil }
        order[oldest] = nil
        oldest += 1
    }
}

/// The answer to a request that carried an idempotency key, kept in the same record as its effect.
package struct StoredAnswer: Hashable, Sendable, Codable {
    /// The caller's user number and key, `1000/import-7`, so that keys of different users are
    /// distinct.
    package var key: String
    /// A digest of the method and its parameters.
    package var digest: String
    /// The reply's JSON text, repeated byte for byte.
    package var reply: String

    package init(key: String, digest: String, reply: String) {
        (self.key, self.digest, self.reply) = (key, digest, reply)
    }
}
