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
        /// There is no desk in the directory, and nobody asked for a new one.
        case noDesk(String)
        /// A new desk was asked for where there is one, or something else.
        case occupied(String)
        /// Another process has the state directory.
        case inUse
        /// It was asked to end before it was done.
        case stopped
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

    /// Why no new desk is begun beside another one.
    static let deskIsThere = "a desk is in it already"

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

    /// True when the files that were read are not those of a whole desk: no other attempt will read
    /// anything else. Everything else is trouble of the moment, or an operator's to settle.
    package var isDamage: Bool {
        switch cause {
        case .damaged, .laterFormat, .missing: true
        case .system(let fault): fault.found != nil
        case .noDesk, .occupied, .inUse, .stopped, .misused: false
        }
    }

    /// True when the file is not there.
    var isOfMissingFile: Bool {
        if case .system(let fault) = cause { fault.isMissing } else { false }
    }

    /// The same where the file has to be there.
    var ofLostFile: StoreFault {
        StoreFault(doing: doing, file: file, cause: .missing("it is not there"))
    }

    /// True when the process or its host has no descriptor or no memory left for it now: worth
    /// trying again later.
    package var isShortage: Bool {
        if case .system(let fault) = cause { fault.isShortage } else { false }
    }

    /// True when there is no room on the disk now: worth trying again later.
    package var isLackOfSpace: Bool {
        if case .system(let fault) = cause { fault.isLackOfSpace } else { false }
    }
}

extension StoreFault: CustomStringConvertible {
    /// Plain sentences: what failed, where, why, and the hint.
    package var description: String { "\(sentence). \(hint)." }

    /// What failed, where and why, without its full stop: for those to whom another hint is told.
    package var sentence: String {
        let place = offset.map { "\(file) at byte \($0)" } ?? file
        return "cannot \(doing): \(place): \(reason)"
    }

    /// What stood in the way, as part of a sentence.
    package var reason: String {
        switch cause {
        case .system(let fault): fault.description
        case .damaged(let text), .missing(let text), .misused(let text): text
        case .noDesk(let text), .occupied(let text): text
        case .laterFormat(let version): "it has format \(version), this release reads format 1"
        case .inUse: "another process is using it"
        case .stopped: "it was asked to end"
        }
    }

    /// What a person can do about it, without its full stop.
    package var hint: String {
        switch cause {
        case .system(let fault) where fault.isLackOfSpace:
            "Make room on the disk; nothing that was acknowledged is lost"
        case .system(let fault) where fault.found != nil: "Take it away and start again"
        case .system: "Correct the cause named above and start again"
        case .damaged: "Nothing was changed; restore the state directory from a backup"
        case .laterFormat: "Install the release that wrote it, or a later one"
        case .missing:
            "Nothing was changed; restore the state directory from a backup, or name another one"
        case .noDesk:
            "Mount or restore the directory that holds the desk, or name another one; for a new "
                + "desk, start once with --init"
        case .occupied(let text) where text == Self.deskIsThere: "Start without --init"
        case .occupied: "Give the new desk a directory of its own"
        case .inUse: "Stop the other process, or name another state directory"
        case .stopped: "Ask again"
        case .misused: "This is a defect of the program; please report it"
        }
    }
}
