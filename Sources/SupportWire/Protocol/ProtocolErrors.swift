/// The errors of the protocol itself; those of the desk's rules are in `RefusalWords`.
extension WireError {
    /// The line is not JSON that the desk takes.
    package static func notJSON(_ why: String) -> WireError {
        WireError(.usage, "not-json", "the line is not valid JSON: \(why)")
    }

    /// The line is JSON but no request.
    package static func notARequest(_ why: String) -> WireError {
        WireError(
            .usage, "not-a-request", "the line is not a JSON-RPC 2.0 request: \(why)",
            hint: "supportd-protocol(7) shows one")
    }

    /// The parameters do not fit the method.
    package static func badParameters(_ method: String, _ why: String) -> WireError {
        WireError(
            .usage, "bad-parameters", "\(method): \(why)",
            hint: "supportd-protocol(7) lists the method's parameters")
    }

    /// The line is longer than its method may be.
    package static func lineTooLong(bytesMax: Int) -> WireError {
        WireError(
            .usage, "line-too-long", "the line is longer than \(bytesMax) bytes",
            hint: "send less in one request; what takes more names its method before the rest")
    }

    /// All lines that have begun and not ended hold too much, and this one is the oldest.
    package static func unfinishedLines(bytesMax: Int) -> WireError {
        WireError(
            .refused, "unfinished-lines",
            "lines that were begun and not ended hold more than \(bytesMax) bytes",
            hint: "end one line before the next is begun")
    }

    /// A line was begun and not ended in time.
    package static func lineTimedOut(seconds: Int) -> WireError {
        WireError(.timedOut, "line-timed-out", "a line was not ended within \(seconds) s")
    }

    /// No event is of this type; the nearest type or noun.
    package static func unknownEventType(_ type: String, nearest: String?) -> WireError {
        WireError(
            .usage, "unknown-event-type", "there is no type of event \(type)",
            hint: (nearest.map { "did you mean \($0)? " } ?? "")
                + "supportd-protocol(7) lists them",
            figures: nearest.map { ["nearest": $0] })
    }

    /// The desk stops; requests of the connection that were not answered until now were not done.
    package static let stopping = WireError(
        .unreachable, "stopping", "the desk stops; what it has not answered it has not done",
        hint: "try again once it is back")

    /// The daemon cannot make anything durable now.
    package static func cannotStore(
        _ why: String, hint: String = "reading works; try again once there is room"
    ) -> WireError {
        WireError(
            .cannotStore, "cannot-store", "the desk cannot store anything now: \(why)",
            hint: hint)
    }

    /// The change does not fit into one record, and a change is never cut in two.
    package static func changeTooLarge(bytes: Int, bytesMax: Int) -> WireError {
        WireError(
            .usage, "change-too-large",
            "the change takes \(bytes) bytes of the journal, more than one record's \(bytesMax)",
            hint: "do it in several parts, an import in several files")
    }

    /// A file of the journal does not hold what was written to it.
    package static func journalDamaged(_ why: String, hint: String) -> WireError {
        WireError(.refused, "journal-damaged", why, hint: hint)
    }

    /// There are too many connections.
    ///
    /// - Parameter limit: the key of the configuration that says how many there may be.
    package static func tooManyConnections(_ why: String, limit: String) -> WireError {
        WireError(
            .unreachable, "too-many-connections", why,
            hint: "end one of them, or have \(limit) raised in supportd.toml(5)")
    }

    /// The key of the access data is missing, or cannot be used (R6).
    package static func accessKey(_ why: String, hint: String) -> WireError {
        WireError(
            .refused, "access-key", "the access data is closed: \(why)", hint: hint)
    }

    /// One secret does not open with the key that is there (R6).
    package static func accessSealed(_ what: String, _ why: String) -> WireError {
        WireError(
            .refused, "access-sealed", "the secret of the \(what) does not open: \(why)",
            hint: "supportc access verify checks all; put the key back that sealed it, or have "
                + "the client hand it over again")
    }

    /// There is no worker, which would probe.
    ///
    /// - Parameter standing: since when, as `desk.status` answers it.
    package static func noWorker(_ standing: WorkerStanding) -> WireError {
        let since = standing.since.map { " since \($0)" } ?? ""
        let why = standing.note.map { ": \($0)" } ?? ""
        return WireError(
            .refused, "no-worker",
            "nothing can be probed now: no worker is connected\(since)\(why)",
            hint:
                "every monitor is probed once a worker connects; supportd(8) describes how one is "
                + "started")
    }

    /// The test clock is not there to be moved.
    package static let noTestClock = WireError(
        .refused, "no-test-clock", "the desk runs on the real clock, which supportc does not move",
        hint: "start supportd with --test-clock INSTANT")
}

/// An error as the protocol reports it: a class of exit code, a stable word, and a sentence.
package struct WireError: Error, Sendable, Hashable, Codable {
    /// The class, which is what `supportc` exits with.
    package var code: ExitCode
    /// One sentence: what was refused, by which rule, with the figures.
    package var message: String
    /// The parts of the error that a program can act on.
    package var data: Detail

    /// What a program reads.
    package struct Detail: Sendable, Hashable, Codable {
        /// Kebab-case, stable, never reused: `weekly-limit`.
        package var error: String
        /// What to do instead.
        package var hint: String?
        /// The figures that explain it, by name.
        package var figures: [String: String]?
        /// The rows of a file that were refused, in its order; missing for everything else.
        package var errors: [RowError]?
    }

    /// An error of a class, under a stable word, with its sentence; `hint`, `figures` and
    /// `errors` are left off the line where there are none.
    package init(
        _ code: ExitCode, _ error: String, _ message: String, hint: String? = nil,
        figures: [String: String]? = nil, errors: [RowError]? = nil
    ) {
        (self.code, self.message) = (code, message)
        data = Detail(error: error, hint: hint, figures: figures, errors: errors)
    }
}

/// One row of a file that was refused, and where a person finds it.
package struct RowError: Sendable, Hashable, Codable {
    /// The line of the file on which the row begins, 1 for the first.
    package var line: Int
    /// The column, the member, or in TOML the way to the key, `contract[0].from`, that is to blame;
    /// missing where it is the row or the file as a whole.
    package var column: String?
    /// Kebab-case, as for the error of a single request: `weekly-limit`.
    package var error: String
    /// One sentence: what was refused, by which rule, with the figures.
    package var message: String
    /// What to do instead.
    package var hint: String?

    package init(
        line: Int, column: String? = nil, error: String, message: String, hint: String? = nil
    ) {
        (self.line, self.column, self.error, self.message) = (line, column, error, message)
        self.hint = hint
    }
}

/// How `supportc` ends, the same in every output format; also `code` in an error on the wire.
package enum ExitCode: Int, Sendable, Codable, CaseIterable {
    case done = 0
    /// A rule refused it.
    case refused = 1
    /// The request itself is wrong.
    case usage = 2
    /// There is no such thing, or the answer is no.
    case notFound = 3
    /// A version or a key does not match.
    case conflict = 4
    case unreachable = 5
    case timedOut = 6
    case notPermitted = 7
    /// The daemon cannot store now: disk full, shutting down.
    case cannotStore = 8
}
