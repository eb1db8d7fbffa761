import SupportModel
import SupportSystem
import SupportWire

/// Writes files for the user: whole or not at all, readable for nobody else.
enum SavedFile {
    /// Writes the file at a path, beside it at first, and gives it its name when the closure has
    /// returned.
    ///
    /// - Parameter isReplacing: whether a file that is there may be replaced.
    static func write(
        _ path: String, isReplacing: Bool, _ body: (([UInt8]) throws -> Void) throws -> Void
    ) throws {
        let slash = path.lastIndex(of: "/")
        let name = String(slash.map { path[path.index(after: $0)...] } ?? path[...])
        let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard AttachmentName.isOne(name) else {
            throw ClientFault.output("\(path) names no file", "name a file in a directory")
        }
        let storage = try call(path) { () throws(SystemFault) in
            try DiskStorage(directory: directory, creating: false)
        }
        // Before anything is fetched for nothing; the renaming refuses it again.
        if !isReplacing, (try? storage.identity(of: name)) != nil { throw taken(path) }
        let beside = ".supportc-\(BootClock.nanoseconds)" + unfinishedFileSuffix
        let file = try call(path) { () throws(SystemFault) in try FileBeside(beside, in: storage) }
        do {
            var offset = 0
            try body { bytes in
                try call(path) { () throws(SystemFault) in
                    try file.file.write(bytes[...], at: offset)
                }
                offset += bytes.count
            }
            try call(path) { () throws(SystemFault) in
                try finish(file, as: name, in: storage, isReplacing)
            }
        } catch {
            file.abandon()
            throw error
        }
    }

    private static func finish(
        _ file: FileBeside, as name: String, in storage: DiskStorage, _ isReplacing: Bool
    ) throws(SystemFault) {
        guard !isReplacing else { return try file.finish(as: name) }
        try file.finish(as: name) { old, new throws(SystemFault) in
            try storage.rename(old, toNew: new)
        }
    }

    private static func call<Answer>(
        _ path: String, _ body: () throws(SystemFault) -> Answer
    ) throws(ClientFault) -> Answer {
        do throws(SystemFault) {
            return try body()
        } catch {
            if error.isTaken { throw taken(path) }
            throw .output(
                error.description,
                error.isLackOfSpace
                    ? "make room and repeat it; nothing was written"
                    : "name another place with --output; nothing was written")
        }
    }

    private static func taken(_ path: String) -> ClientFault {
        .output(
            "\(path) is there already", "name another place with --output, or give --force")
    }
}

extension ClientFault {
    /// A file that cannot be written for the user.
    fileprivate static func output(_ why: String, _ hint: String) -> ClientFault {
        .output(WireError(.usage, "output-not-written", why, hint: hint))
    }
}
