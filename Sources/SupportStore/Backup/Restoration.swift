package import SupportSystem

// A restore writes every file but the marker, verifies what it has written, and then writes the
// marker, durably and in one step. Until then the directory is no desk: a start refuses it. It may
// be a mount point, which could not be renamed. A file that says what is being done is written
// first, so that a restore that was cut short is told from a desk that lost its marker.

/// Writes the files of a desk into a directory that has none.
package struct Restoration {
    /// The name of the file that is there while a directory is being restored.
    package static let noteName = "restoring"

    private let target: any Storage
    private let settle: (String) throws(SystemFault) -> Void
    private static let doing = "restore a desk"
    private static let pieceBytes = 1_048_576

    /// - Parameters:
    ///   - target: the directory that becomes the state directory.
    ///   - settle: called with the name of each file that was written.
    package init(
        into target: any Storage,
        settle: @escaping (String) throws(SystemFault) -> Void = { _ throws(SystemFault) in }
    ) {
        (self.target, self.settle) = (target, settle)
    }

    /// Throws unless the directory is empty or a restore of it was cut short.
    package func expectEmpty() throws(StoreFault) {
        let names = try names()
        let survey = StateSurvey(names)
        if survey.hasMarker { throw occupied(StoreFault.deskIsThere) }
        let isBegun = names.contains(Self.noteName)
        let foreign = survey.foreign.filter {
            !Self.isOurs($0) && !(isBegun && $0 == AttachmentFiles.directoryName)
        }
        // Of a restore that was cut short, the desk's files may be there too.
        let own =
            isBegun ? [] : names.filter { StoreFileName($0) != .foreign }
        guard let found = (own + foreign).min() else { return }
        throw occupied("it is not empty: \(found) is in it")
    }

    /// Copies the files of a desk that was read and verified.
    ///
    /// - Parameter attachments: copies those, before the directory becomes a desk.
    package func run(
        _ desk: StoredDesk, from source: any Storage,
        attachments: () throws(StoreFault) -> Void = { () throws(StoreFault) in }
    ) throws(StoreFault) {
        try expectEmpty()
        let note = Array("\(desk.desk.text)\n".utf8)
        try write(Self.noteName, note)
        try removeLeftovers()
        let names = desk.names.filter { $0 != StoreFileName.initialised }
        for name in names { try copy(name, from: source) }
        try attachments()
        try StoreFault.naming(target.place, Self.doing) { () throws(SystemFault) in
            try target.syncDirectory()
        }
        let marker = try content(of: StoreFileName.initialised, in: source)
        let written = try StoredDesk(
            FileView(target, names, with: StoreFileName.initialised, marker))
        guard written.lastSequence == desk.lastSequence else {
            throw StoreFault(
                doing: Self.doing, file: target.place,
                cause: .damaged("record \(written.lastSequence + 1) is missing in what was written")
            )
        }
        try write(StoreFileName.initialised, marker)
        try remove(Self.noteName)
        try StoreFault.naming(target.place, Self.doing) { () throws(SystemFault) in
            try target.syncDirectory()
        }
    }

    private static func isOurs(_ name: String) -> Bool {
        name == noteName || name == noteName + unfinishedFileSuffix
    }

    private func names() throws(StoreFault) -> [String] {
        try StoreFault.naming(target.place, Self.doing) { () throws(SystemFault) in
            try target.names()
        }
    }

    private func removeLeftovers() throws(StoreFault) {
        for name in try names() where StoreFileName(name) != .foreign { try remove(name) }
    }

    private func remove(_ name: String) throws(StoreFault) {
        try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
            try target.remove(name)
        }
    }

    private func write(_ name: String, _ content: [UInt8]) throws(StoreFault) {
        try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
            try writeFileDurably(name, [content[...]], in: target)
            try settle(name)
        }
    }

    private func content(of name: String, in source: any Storage) throws(StoreFault) -> [UInt8] {
        try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
            let file = try source.open(name, writing: false)
            return try file.read(at: 0, count: try file.size())
        }
    }

    /// Copies a file with the zeros at its end, which are really written, as the journal wants it.
    private func copy(_ name: String, from source: any Storage) throws(StoreFault) {
        try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
            let old = try source.open(name, writing: false)
            let size = try old.size()
            let new = try target.create(name)
            var offset = 0
            while offset < size {
                let piece = try old.read(at: offset, count: Self.pieceBytes)
                guard !piece.isEmpty else { break }
                try new.write(piece[...], at: offset)
                offset += piece.count
            }
            try new.sync()
            try settle(name)
        }
    }

    private func occupied(_ text: String) -> StoreFault {
        StoreFault(doing: Self.doing, file: target.place, cause: .occupied(text))
    }
}
