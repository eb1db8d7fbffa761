import Glibc
import SupportDaemon
import SupportSystem

/// A host that is as a test says; healthy unless changed.
struct FakeHost: ExaminedHost {
    var files: [String: FileFacts] = [:]
    var room = FileSystemRoom(usedBytes: 1 << 30, availableBytes: 1 << 34)
    var kind = FileSystemFacts.Kind.local
    var filesMax: UInt64 = 1_000_000
    var filesLeft: UInt64 = 900_000
    var isReadOnly = false
    var stateNames: [String] = ["initialised", "journal-00000000000000000001.jsonl"]
    var users: [String: UInt32] = ["mia": 1001, "olena": 1002]
    var groups: [String: UInt32] = ["adm": 4]
    /// Whether the directory of users fails.
    var isDirectoryDead = false
    var process: ProcessFacts? = ProcessFacts(user: 998, isFiltered: true)
    var isClockSynchronised: Bool? = true
    var programIsReplaced = false
    /// Called before a user is looked up.
    var onLookUp: @Sendable () -> Void = {}
    let user: UInt32 = 998

    func file(at path: String) throws(SystemFault) -> FileFacts {
        guard let file = files[path] else {
            throw SystemFault(doing: "look at", subject: path, errno: ENOENT)
        }
        return file
    }

    func fileSystem(of path: String) throws(SystemFault) -> FileSystemFacts {
        FileSystemFacts(
            kind: kind, room: room, filesMax: filesMax, filesLeft: filesLeft, isReadOnly: isReadOnly
        )
    }

    func names(in directory: String) throws(SystemFault) -> [String] { stateNames }

    func size(of path: String) -> UInt64? { files[path]?.bytes }

    func user(named name: String) throws(SystemFault) -> UInt32? {
        onLookUp()
        if isDirectoryDead { throw SystemFault(doing: "look up", subject: name, errno: EIO) }
        return users[name]
    }

    func group(named name: String) throws(SystemFault) -> UInt32? { groups[name] }

    func facts(ofProcess number: Int32) -> ProcessFacts? { process }
}
