import SupportWire
import Testing

/// The errors of the protocol itself, word for word.
struct ProtocolErrorTests {
    @Test(
        arguments: [
            (
                WireError.notJSON("end in a string"), ExitCode.usage, "not-json",
                "the line is not valid JSON: end in a string", nil
            ),
            (
                .notARequest("no method"), .usage, "not-a-request",
                "the line is not a JSON-RPC 2.0 request: no method",
                "supportd-protocol(7) shows one"
            ),
            (
                .badParameters("time.add", "no ticket"), .usage, "bad-parameters",
                "time.add: no ticket", "supportd-protocol(7) lists the method's parameters"
            ),
            (
                .lineTooLong(bytesMax: 65_536), .usage, "line-too-long",
                "the line is longer than 65536 bytes",
                "send less in one request; what takes more names its method before the rest"
            ),
            (
                .unfinishedLines(bytesMax: 65_536), .refused, "unfinished-lines",
                "lines that were begun and not ended hold more than 65536 bytes",
                "end one line before the next is begun"
            ),
            (
                .stopping, .unreachable, "stopping",
                "the desk stops; what it has not answered it has not done",
                "try again once it is back"
            ),
            (
                .lineTimedOut(seconds: 30), .timedOut, "line-timed-out",
                "a line was not ended within 30 s", nil
            ),
            (
                .stranger(.method("time.add"), name: "1001", uid: 1001), .notPermitted,
                "not-permitted", "uid 1001 is not of the staff, and may not call time.add",
                "an operator adds people: supportc staff add NAME --role ROLE --user 1001; a user "
                    + "without a name may have one that cannot be read now"
            ),
            (
                .stranger(.method("time.add"), name: "bob", uid: 1001), .notPermitted,
                "not-permitted", "bob (uid 1001) is not of the staff, and may not call time.add",
                "an operator adds people: supportc staff add NAME --role ROLE --user bob"
            ),
            (
                .cannotStore("the disk is full"), .cannotStore, "cannot-store",
                "the desk cannot store anything now: the disk is full",
                "reading works; try again once there is room"
            ),
            (
                .changeTooLarge(bytes: 9, bytesMax: 8), .usage, "change-too-large",
                "the change takes 9 bytes of the journal, more than one record's 8",
                "do it in several parts, an import in several files"
            ),
            (
                .journalDamaged("record 7 differs", hint: "restore it"), .refused,
                "journal-damaged",
                "record 7 differs", "restore it"
            ),
            (
                .tooManyConnections("256 are open", limit: "connections_max"), .unreachable,
                "too-many-connections", "256 are open",
                "end one of them, or have connections_max raised in supportd.toml(5)"
            ),
            (
                .accessKey("no key", hint: "put it back"), .refused, "access-key",
                "the access data is closed: no key", "put it back"
            ),
            (
                .accessSealed("ftp of acme", "another key"), .refused, "access-sealed",
                "the secret of the ftp of acme does not open: another key",
                "supportc access verify checks all; put the key back that sealed it, or have "
                    + "the client hand it over again"
            ),
            (
                .otherDesk("1f", ours: "2e"), .refused, "backup-of-another-desk",
                "the backup is of desk 1f, and this is desk 2e",
                "name another directory for this desk"
            ),
            (
                .notToBeCopied("access.key"), .notFound, "backup-file-gone",
                "there is nothing to copy of the file access.key",
                "ask desk.backup again, and copy what it lists then"
            ),
            (
                .noTestClock, .refused, "no-test-clock",
                "the desk runs on the real clock, which supportc does not move",
                "start supportd with --test-clock INSTANT"
            ),
        ] as [(WireError, ExitCode, String, String, String?)])
    func theWordsOfAnError(
        _ error: WireError, code: ExitCode, word: String, message: String, hint: String?
    ) {
        #expect(error == WireError(code, word, message, hint: hint))
    }

    @Test(
        "a backup of another past says which of the two has more",
        arguments: [
            (UInt64(9), "it holds record 9, and the desk ends with record 8"),
            (8, "its record 8 is another one than the desk's"),
        ])
    func otherPast(sequence: UInt64, why: String) {
        let error = WireError.otherPast(sequence, last: 8)
        #expect(error.code == .refused && error.data.error == "backup-of-another-past")
        #expect(
            error.message == "the backup holds records that the desk does not have: \(why)")
        #expect(error.data.figures == ["backup_seq": "\(sequence)", "seq": "8"])
    }
}
