/// The file `initialised`: it says that here is a desk, so that an empty directory is never taken
/// for a new one.
struct Marker: Hashable, Sendable {
    /// The desk that was initialised.
    let desk: DeskIdentity
    /// When, as the program that did it wrote it.
    let created: String

    private static let format = "supportd state"

    /// Nil when the text cannot stand in a header: too long, or a character that needs escaping.
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
        var writer = HeaderWriter(format: Self.format)
        writer.add("desk", desk.text)
        writer.add("created", created)
        return writer.line()
    }

    /// Reads the file's content.
    static func read(_ content: ArraySlice<UInt8>) throws(Flaw) -> Marker {
        var scanner = try HeaderScanner(content, format: format)
        let desk = try scanner.desk()
        let created = try scanner.text("created")
        try scanner.finish()
        guard let marker = Marker(desk: desk, created: created),
            scanner.lineBytes == content.count
        else { throw .damaged("there is more in it than its one line") }
        return marker
    }
}
