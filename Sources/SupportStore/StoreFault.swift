package import SupportSystem

/// A failure of the store: what it was doing, with which file, where, and why.
package struct StoreFault: Error, Hashable, Sendable {
    /// Why it failed.
    package enum Cause: Hashable, Sendable {
        /// The operating system refused.
        case system(SystemFault)
        /// The file does not contain what was written to it.
        case damaged(String)
        /// The file was written by a later release.
        case laterFormat(version: Int)
        /// Files that must exist do not.
        case missing(String)
        /// There is no desk in the directory, and no new one was ordered.
        case noDesk(String)
        /// A new desk was ordered where there is one, or other files.
        case occupied(String)
        /// Another process holds the lock on the state directory.
        case inUse
        /// It was stopped before it was done.
        case stopped
        /// The program violated a rule of the store: a defect of ours.
        case misused(String)
    }

    /// A verb with its object, in lower case: `open the journal`.
    package let doing: String
    /// The file's name in the state directory, or the directory itself.
    package let file: String
    /// The offset in the file, in bytes; nil when it is not known.
    package let offset: Int?
    package let cause: Cause
    /// Where a damaged segment stands in the journal; nil for another file, and for another cause.
    package private(set) var segment: SegmentPlace?

    /// Where a segment stands in the journal, which decides what replaces it.
    package enum SegmentPlace: Hashable, Sendable {
        /// Another follows it. It does not change any more, and each backup that has the one after
        /// it has the whole of it.
        case older
        /// It takes the new records, so that no backup has the whole of it.
        case newest
    }

    package init(doing: String, file: String, offset: Int? = nil, cause: Cause) {
        (self.doing, self.file, self.offset, self.cause) = (doing, file, offset, cause)
    }

    /// The reason why no new desk is created beside another one.
    static let deskIsThere = "a desk is in it already"

    /// What is missing where segments were archived.
    static let notInArchive = "the first segment is not there, nor in an archive of the journal"

    /// Runs an operation on a file of the state directory; a fault of the system gets the names of
    /// both.
    static func naming<Answer>(
        _ file: String, _ doing: String, _ body: () throws(SystemFault) -> Answer
    ) throws(StoreFault) -> Answer {
        do {
            return try body()
        } catch {
            throw StoreFault(doing: doing, file: file, cause: .system(error))
        }
    }

    /// The same fault, which says where a damaged segment stands among all of the journal.
    ///
    /// - Parameter firsts: the first sequences of the segments, in order.
    func placed(among firsts: [UInt64]) -> StoreFault {
        guard case .damaged = cause else { return self }
        var placed = self
        switch StoreFileName(file) {
        case .segment(let first): placed.segment = first == firsts.last ? .newest : .older
        case .compressed: placed.segment = .older
        default: return self
        }
        return placed
    }

    /// The same fault, equal whether another segment follows by now or not.
    package var withoutPlace: StoreFault {
        StoreFault(doing: doing, file: file, offset: offset, cause: cause)
    }

    /// Whether the files are not those of a whole desk, so that another attempt will read the same.
    /// All other faults may pass, or are for an operator to settle.
    package var isDamage: Bool {
        switch cause {
        case .damaged, .laterFormat, .missing: true
        case .system(let fault): fault.found != nil
        case .noDesk, .occupied, .inUse, .stopped, .misused: false
        }
    }

    /// Whether segments are missing that may lie in an archive.
    package var isOfArchive: Bool {
        if case .missing(Self.notInArchive) = cause { true } else { false }
    }

    /// Whether the file does not exist.
    package var isOfMissingFile: Bool {
        if case .system(let fault) = cause { fault.isMissing } else { false }
    }

    /// The same fault for a file that must exist.
    var ofLostFile: StoreFault {
        StoreFault(doing: doing, file: file, cause: .missing("it is not there"))
    }

    /// Whether the process or its host has no descriptor or no memory left now, so that a later
    /// attempt may succeed.
    package var isShortage: Bool {
        if case .system(let fault) = cause { fault.isShortage } else { false }
    }

    /// Whether the disk is full now, so that a later attempt may succeed.
    package var isLackOfSpace: Bool {
        if case .system(let fault) = cause { fault.isLackOfSpace } else { false }
    }
}

extension StoreFault: CustomStringConvertible {
    /// Plain sentences: what failed, where, why, and a hint.
    package var description: String { "\(sentence). \(hint)." }

    /// What failed, where and why, without a full stop; for messages with another hint.
    package var sentence: String {
        let place = offset.map { "\(file) at byte \($0)" } ?? file
        return "cannot \(doing): \(place): \(reason)"
    }

    /// The cause, as part of a sentence.
    package var reason: String {
        switch cause {
        case .system(let fault): fault.description
        case .damaged(let text), .missing(let text), .misused(let text): text
        case .noDesk(let text), .occupied(let text): text
        case .laterFormat(let version): "it has format \(version), this release reads \(formats)"
        case .inUse: "another process is using it"
        case .stopped: "it was asked to end"
        }
    }

    /// The formats of the file that are read.
    private var formats: String {
        file == StoreFileName.initialised ? "formats 1 and 2" : "format 1"
    }

    /// What a person can do about it, without a full stop.
    package var hint: String {
        switch cause {
        case .system(let fault) where fault.isLackOfSpace:
            "Make room on the disk; nothing that was acknowledged is lost"
        case .system(let fault) where fault.found != nil: "Take it away and start again"
        case .system: "Correct the cause named above and start again"
        case .damaged where segment == .older:
            "Nothing was changed; put this file back from a backup that has the next file of the "
                + "journal too, or restore the state directory from a backup"
        case .damaged: "Nothing was changed; restore the state directory from a backup"
        case .laterFormat: "Install the release that wrote it, or a later one"
        case .missing(let text) where text == Self.notInArchive:
            "Nothing was changed; mount the archive and name it in journal.archive, or restore the "
                + "state directory from a backup"
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
