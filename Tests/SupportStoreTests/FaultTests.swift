import Glibc
import SupportStore
import SupportSystem
import Testing

/// What a fault of the store says to a person, and what the daemon makes of it.
@Suite struct FaultTests {
    private static func system(_ errno: Int32) -> StoreFault.Cause {
        .system(SystemFault(doing: "write", subject: "durable.json", errno: errno))
    }

    private static let found = StoreFault.Cause.system(
        SystemFault(doing: "open", subject: "durable.json", found: "a FIFO"))

    @Test(
        "each cause has its reason, its hint, and is damage or is not",
        arguments: [
            (
                system(EACCES), "cannot write durable.json: Permission denied",
                "Correct the cause named above and start again", false
            ),
            (
                system(ENOSPC), "cannot write durable.json: No space left on device",
                "Make room on the disk; nothing that was acknowledged is lost", false
            ),
            (
                found, "cannot open durable.json: it is a FIFO, not a regular file",
                "Take it away and start again", true
            ),
            (
                .damaged("torn"), "torn",
                "Nothing was changed; restore the state directory from a backup", true
            ),
            (
                .laterFormat(version: 3), "it has format 3, this release reads format 1",
                "Install the release that wrote it, or a later one", true
            ),
            (
                .missing("gone"), "gone",
                "Nothing was changed; restore the state directory from a backup, or name another "
                    + "one", true
            ),
            (
                .noDesk("empty"), "empty",
                "Mount or restore the directory that holds the desk, or name another one; for a "
                    + "new desk, start once with --init", false
            ),
            (
                .occupied("a desk is in it already"), "a desk is in it already",
                "Start without --init", false
            ),
            (
                .occupied("it is not empty"), "it is not empty",
                "Give the new desk a directory of its own", false
            ),
            (
                .inUse, "another process is using it",
                "Stop the other process, or name another state directory", false
            ),
            (.stopped, "it was asked to end", "Ask again", false),
            (
                .misused("twice"), "twice",
                "This is a defect of the program; please report it", false
            ),
        ] as [(StoreFault.Cause, String, String, Bool)])
    func cause(cause: StoreFault.Cause, reason: String, hint: String, isDamage: Bool) {
        let fault = StoreFault(doing: "read the mark", file: "durable.json", cause: cause)
        #expect(
            fault.description == "cannot read the mark: durable.json: \(reason). \(hint).")
        #expect(fault.isDamage == isDamage)
        #expect(fault.isLackOfSpace == (cause == Self.system(ENOSPC)))
        let placed = StoreFault(doing: "read", file: "a", offset: 7, cause: cause)
        #expect(placed.sentence == "cannot read: a at byte 7: \(reason)")
    }

    @Test("a note on a torn end counts its bytes")
    func torn() {
        func text(_ bytes: Int) -> String {
            RecoveryNote.tornTail(
                segment: "journal-1", offset: 9, sequence: 4, bytes: bytes, keptAs: "torn-4-9"
            ).description
        }
        #expect(
            text(1).hasPrefix("journal-1 ends at byte 9 in 1 byte that are no whole record, where ")
        )
        #expect(text(2).hasPrefix("journal-1 ends at byte 9 in 2 bytes that are no whole record, "))
        #expect(text(2).contains("record 4 would be; they were put aside as torn-4-9."))
    }
}
