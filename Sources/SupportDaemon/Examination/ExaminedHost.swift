package import SupportSystem
import SupportWire

/// What an examination asks the host. Every call may take as long as a file system or a directory of
/// users does not answer.
package protocol ExaminedHost: Sendable {
    /// What lies at a path.
    func file(at path: String) throws(SystemFault) -> FileFacts
    /// The file system that contains a path.
    func fileSystem(of path: String) throws(SystemFault) -> FileSystemFacts
    /// The names in a directory.
    func names(in directory: String) throws(SystemFault) -> [String]
    /// The size of a file, in bytes; nil where it cannot be seen.
    func size(of path: String) -> UInt64?
    /// The number of a Unix user; nil for none of the name.
    func user(named name: String) throws(SystemFault) -> UInt32?
    /// The number of a Unix group; nil for none of the name.
    func group(named name: String) throws(SystemFault) -> UInt32?
    /// What the kernel says of a process; nil where it cannot be seen.
    func facts(ofProcess number: Int32) -> ProcessFacts?
    /// Whether something keeps the wall clock right; nil where the kernel does not say.
    var isClockSynchronised: Bool? { get }
    /// The user that this process runs as.
    var user: UInt32 { get }
    /// Whether the program's file was replaced since it was started.
    var programIsReplaced: Bool { get }
}

/// What the kernel says of a process.
package struct ProcessFacts: Hashable, Sendable {
    /// The user whose permissions it has.
    package var user: UInt32
    /// Whether its system calls are filtered.
    package var isFiltered: Bool

    package init(user: UInt32, isFiltered: Bool) {
        (self.user, self.isFiltered) = (user, isFiltered)
    }

    /// The facts of a text as in proc_pid_status(5); nil where they are not in it.
    package init?(status text: String) {
        func values(_ name: String) -> [Substring]? {
            text.split(separator: "\n").first { $0.hasPrefix("\(name):") }?
                .split(separator: "\t").dropFirst().map { $0 }
        }
        // The second user is the effective one, and 2 is a filter.
        guard let users = values("Uid"), users.count > 1, let user = UInt32(users[1]),
            let filter = values("Seccomp")?.first
        else { return nil }
        self.init(user: user, isFiltered: filter == "2")
    }
}

/// This host.
package struct ThisHost: ExaminedHost {
    /// The host that this process runs on.
    package init() {}

    /// As `stat(2)` has it.
    package func file(at path: String) throws(SystemFault) -> FileFacts { try .read(path) }

    /// As `statvfs(3)` has it.
    package func fileSystem(of path: String) throws(SystemFault) -> FileSystemFacts {
        try .read(path)
    }

    /// In no order.
    package func names(in directory: String) throws(SystemFault) -> [String] {
        try DirectoryEntries.names(in: directory)
    }

    /// In bytes.
    package func size(of path: String) -> UInt64? { try? FileFacts.read(path).bytes }

    /// Asks the services of nsswitch.conf(5).
    package func user(named name: String) throws(SystemFault) -> UInt32? {
        try UserDatabase.user(named: name)
    }

    /// Asks the services of nsswitch.conf(5).
    package func group(named name: String) throws(SystemFault) -> UInt32? {
        try UserDatabase.group(named: name)
    }

    /// As `/proc/PID/status` has it.
    package func facts(ofProcess number: Int32) -> ProcessFacts? {
        let bytes = try? SmallFile.read(
            "/proc/\(number)/status", bytesMax: ExaminationLimits.processFileBytesMax)
        return bytes.flatMap { ProcessFacts(status: String(decoding: $0, as: UTF8.self)) }
    }

    /// As `adjtimex(2)` has it.
    package var isClockSynchronised: Bool? { WallClock.synchronisation }
    /// The effective one.
    package var user: UInt32 { ProcessIdentity.effectiveUser }
    /// As the link `/proc/self/exe` has it.
    package var programIsReplaced: Bool { ProcessIdentity.programIsReplaced }
}

extension FileFacts {
    /// Who besides root and a user may write the file; nil for nobody.
    func foreignHand(besides user: UInt32) -> ForeignHand? {
        if isOpenToAll { return .everybody }
        if owner != 0, owner != user { return .owner(owner) }
        return isOpenToGroup ? .group : nil
    }
}
