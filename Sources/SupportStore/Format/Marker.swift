import SupportJSON
import SupportSystem

/// The file `initialised`: it records that the directory belongs to a desk, so that an emptied
/// directory is never taken for a new one.
///
/// Its version says what may be in the directory, so that an older release refuses what it does not
/// know: 1, plain segments only; 2, also compressed ones.
struct Marker: Hashable, Sendable {
    let desk: DeskIdentity
    /// The time of the initialisation, as the caller formatted it.
    let created: String
    /// The version of what is in the directory: 1 or 2.
    var version = HeaderWriter.version

    /// The version of a directory with compressed segments, and the newest.
    static let versionOfCompressed = 2
    private static let format = "supportd state"

    /// Nil when the text is too long for a header or contains a character that needs escaping.
    init?(desk: DeskIdentity, created: String) {
        let bytes = created.utf8
        guard bytes.count <= StoreLimits.createdBytesMax,
            bytes.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
        else { return nil }
        self.desk = desk
        self.created = created
    }

    /// The whole content of the file.
    func line() -> [UInt8] {
        var writer = HeaderWriter(format: Self.format, version: version)
        writer.add("desk", desk.text)
        writer.add("created", created)
        return writer.line()
    }

    /// Reads the file's content.
    static func read(_ content: ArraySlice<UInt8>) throws(Flaw) -> Marker {
        var scanner = try HeaderScanner(content, format: format, newest: versionOfCompressed)
        let desk = try scanner.desk()
        let created = try scanner.text("created")
        try scanner.finish()
        guard var marker = Marker(desk: desk, created: created),
            scanner.lineBytes == content.count
        else { throw .damaged("there is more in it than its one line") }
        marker.version = scanner.version
        return marker
    }
}

extension Marker {
    /// Reads the marker of a directory; throws where it is missing or damaged.
    ///
    /// - Parameter doing: the purpose, for the fault.
    static func read(in storage: any Storage, doing: String) throws(StoreFault) -> Marker {
        let name = StoreFileName.initialised
        let content = try StoreFault.naming(name, doing) { () throws(SystemFault) in
            try storage.open(name, writing: false).read(at: 0, count: StoreLimits.headerBytesMax)
        }
        do {
            return try Marker.read(content[...])
        } catch {
            throw error.fault(doing: doing, file: name, offset: 0)
        }
    }

    /// Throws unless the marker of this desk exists and is intact; without it the next start
    /// refuses the directory.
    static func expect(_ desk: DeskIdentity, in storage: any Storage) throws(StoreFault) {
        let doing = "read the marker of the desk"
        let marker: Marker
        do throws(StoreFault) {
            marker = try read(in: storage, doing: doing)
        } catch {
            throw error.isOfMissingFile ? error.ofLostFile : error
        }
        guard marker.desk == desk else {
            throw Flaw.damaged("it belongs to another desk")
                .fault(doing: doing, file: StoreFileName.initialised, offset: 0)
        }
    }
}

/// The random identity of one desk, so that files of two desks are never mixed.
package struct DeskIdentity: Hashable, Sendable {
    /// 32 lower-case hexadecimal digits.
    package let text: String

    /// A new identity from 16 random bytes.
    init() throws(SystemFault) {
        text = Hexadecimal.text(try Randomness.bytes(16))
    }

    /// Nil when the text is not 32 lower-case digits.
    init?(_ text: String) {
        guard ChainDigest(hexadecimal: Array(text.utf8)[...]) != nil else { return nil }
        self.text = text
    }
}

/// The file `durable.json`: the last record that is known to be on the disk.
///
/// Every other record is proven by the lines after it, or by a snapshot. Without this file, damage
/// to the last records could not be distinguished from a write that a power cut had interrupted,
/// nor from the journal's regular end.
///
/// A start and a stop replace it durably. In between it is written in place after each sync of the
/// journal and not synced itself: after a kill it is as written, after a power cut it may be an
/// older one. It never names a record that is not durable.
struct DurableMark: Hashable, Sendable {
    let desk: DeskIdentity
    /// The record, 1 or more.
    let sequence: UInt64
    /// The digest of the record's line.
    let chain: ChainDigest

    private static let format = "supportd durable"

    init(desk: DeskIdentity, sequence: UInt64, chain: ChainDigest) {
        (self.desk, self.sequence, self.chain) = (desk, sequence, chain)
    }

    /// The whole content of the file.
    func line() -> [UInt8] {
        var writer = HeaderWriter(format: Self.format)
        writer.add("desk", desk.text)
        writer.add("seq", sequence)
        writer.add("chain", chain)
        return writer.line()
    }

    /// Reads the file's content; throws where it belongs to another desk.
    init(reading content: ArraySlice<UInt8>, of desk: DeskIdentity) throws(Flaw) {
        var scanner = try HeaderScanner(content, format: Self.format)
        self.desk = try scanner.desk()
        sequence = try scanner.number("seq")
        chain = try scanner.digest("chain")
        try scanner.finish()
        guard scanner.lineBytes == content.count else {
            throw .damaged("there is more in it than its one line")
        }
        guard self.desk == desk else { throw .damaged("it belongs to another desk") }
    }
}
