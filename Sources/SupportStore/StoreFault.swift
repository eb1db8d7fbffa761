package import SupportSystem

/// Why the store could not do what it was asked: what it was doing, to which file, where, and why.
package struct StoreFault: Error, Hashable, Sendable {
    /// What stood in the way.
    package enum Cause: Hashable, Sendable {
        /// The operating system refused.
        case system(SystemFault)
        /// The file does not hold what was written to it.
        case damaged(String)
        /// The file was written by a later release.
        case laterFormat(version: Int)
        /// Files that must be there are not.
        case missing(String)
        /// Another process has the state directory.
        case inUse
        /// The program broke a rule of the store: a defect of ours.
        case misused(String)
    }

    /// The act as a verb, lower case: `open the journal`.
    package let doing: String
    /// The file's name in the state directory, or the directory itself.
    package let file: String
    /// Where in the file, in bytes, when that is known.
    package let offset: Int?
    /// What stood in the way.
    package let cause: Cause

    package init(doing: String, file: String, offset: Int? = nil, cause: Cause) {
        self.doing = doing
        self.file = file
        self.offset = offset
        self.cause = cause
    }

    /// Does something with a file of the state directory and names both in the system's fault.
    static func naming<Answer>(
        _ file: String, _ doing: String, _ body: () throws(SystemFault) -> Answer
    ) throws(StoreFault) -> Answer {
        do {
            return try body()
        } catch {
            throw StoreFault(doing: doing, file: file, cause: .system(error))
        }
    }

    /// True when there is no room on the disk now: worth trying again later.
    package var isLackOfSpace: Bool {
        if case .system(let fault) = cause { fault.isLackOfSpace } else { false }
    }
}

extension StoreFault: CustomStringConvertible {
    /// Plain sentences: what failed, where, why, and the way out.
    package var description: String {
        let place = offset.map { "\(file) at byte \($0)" } ?? file
        return "cannot \(doing): \(place): \(reason). \(wayOut)."
    }

    private var reason: String {
        switch cause {
        case .system(let fault): fault.description
        case .damaged(let text), .missing(let text), .misused(let text): text
        case .laterFormat(let version): "it has format \(version), this release reads format 1"
        case .inUse: "another process is using it"
        }
    }

    /// What a person can do about it, without its full stop.
    package var wayOut: String {
        switch cause {
        case .system(let fault) where fault.isLackOfSpace:
            "Make room on the disk; nothing that was acknowledged is lost"
        case .system: "Correct the cause named above and start again"
        case .damaged: "Nothing was changed; restore the state directory from a backup"
        case .laterFormat: "Install the release that wrote it, or a later one"
        case .missing:
            "Nothing was changed; restore the state directory from a backup, or name another one"
        case .inUse: "Stop the other process, or name another state directory"
        case .misused: "This is a defect of the program; please report it"
        }
    }
}
