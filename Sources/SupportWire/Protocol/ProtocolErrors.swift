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
            wayOut: "supportd-protocol(7) shows one")
    }

    /// The parameters do not fit the method.
    package static func badParameters(_ method: String, _ why: String) -> WireError {
        WireError(
            .usage, "bad-parameters", "\(method): \(why)",
            wayOut: "supportd-protocol(7) lists the method's parameters")
    }

    /// The line is longer than its method may be.
    package static func lineTooLong(bytesMax: Int) -> WireError {
        WireError(
            .usage, "line-too-long", "the line is longer than \(bytesMax) bytes",
            wayOut: "send less in one request; what takes more names its method before the rest")
    }

    /// All lines that have begun and not ended hold too much, and this one is the oldest.
    package static func unfinishedLines(bytesMax: Int) -> WireError {
        WireError(
            .refused, "unfinished-lines",
            "lines that were begun and not ended hold more than \(bytesMax) bytes",
            wayOut: "end one line before the next is begun")
    }

    /// A line was begun and not ended in time.
    package static func lineTimedOut(seconds: Int) -> WireError {
        WireError(.timedOut, "line-timed-out", "a line was not ended within \(seconds) s")
    }

    /// The caller may not do this.
    package static func notPermitted(_ method: String, _ who: String) -> WireError {
        WireError(
            .notPermitted, "not-permitted", "\(who) may read the desk, not call \(method)",
            wayOut: "call it as the user that supportd runs as")
    }

    /// The daemon cannot make anything durable now.
    package static func cannotStore(
        _ why: String, wayOut: String = "reading works; try again once there is room"
    ) -> WireError {
        WireError(
            .cannotStore, "cannot-store", "the desk cannot store anything now: \(why)",
            wayOut: wayOut)
    }

    /// The change does not fit into one record, and a change is never cut in two.
    package static func changeTooLarge(bytes: Int, bytesMax: Int) -> WireError {
        WireError(
            .usage, "change-too-large",
            "the change takes \(bytes) bytes of the journal, more than one record's \(bytesMax)",
            wayOut: "do it in several parts, an import in several files")
    }

    /// A file of the journal does not hold what was written to it.
    package static func journalDamaged(_ why: String, wayOut: String) -> WireError {
        WireError(.refused, "journal-damaged", why, wayOut: wayOut)
    }

    /// There are too many connections.
    ///
    /// - Parameter limit: the key of the configuration that says how many there may be.
    package static func tooManyConnections(_ why: String, limit: String) -> WireError {
        WireError(
            .unreachable, "too-many-connections", why,
            wayOut: "end one of them, or have \(limit) raised in supportd.toml(5)")
    }

    /// The key of the access data is missing, or cannot be used (R6).
    package static func accessKey(_ why: String, wayOut: String) -> WireError {
        WireError(
            .refused, "access-key", "the access data is closed: \(why)", wayOut: wayOut)
    }

    /// One secret does not open with the key that is there (R6).
    package static func accessSealed(_ what: String, _ why: String) -> WireError {
        WireError(
            .refused, "access-sealed", "the secret of the \(what) does not open: \(why)",
            wayOut: "supportc access verify checks all; put the key back that sealed it, or have "
                + "the client hand it over again")
    }

    /// The test clock is not there to be moved.
    package static let noTestClock = WireError(
        .refused, "no-test-clock", "the desk runs on the real clock, which supportc does not move",
        wayOut: "start supportd with --test-clock INSTANT")
}
