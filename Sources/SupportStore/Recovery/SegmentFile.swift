import SupportSystem

/// A segment that is being checked: its name and its header.
///
/// Its file is open only while it is read: a journal may have more segments than a process may have
/// files open.
struct SegmentFile: Sendable {
    let name: String
    private let storage: any Storage
    let header: SegmentHeader
    /// The length of the header's line.
    let headerBytes: Int

    static let doing = "read the journal"

    /// Opens a segment and checks its header against its name, its size and the desk.
    ///
    /// Without a desk any will do.
    init(
        _ first: Int, of desk: DeskIdentity?, in storage: any Storage
    ) throws(StoreFault) {
        let name = StoreFileName.segment(first)
        let (beginning, size) = try StoreFault.naming(name, Self.doing) {
            () throws(SystemFault) in
            let file = try storage.open(name, writing: false)
            let beginning = try file.read(at: 0, count: StoreLimits.headerBytesMax)
            return (beginning, try file.size())
        }
        do {
            (header, headerBytes) = try SegmentHeader.read(beginning[...])
            try Self.check(header, first, desk, size)
        } catch {
            throw error.fault(doing: Self.doing, file: name, offset: 0)
        }
        self.storage = storage
        self.name = name
    }

    /// Opens the file for reading.
    func open() throws(SystemFault) -> any StorageFile {
        try storage.open(name, writing: false)
    }

    private static func check(
        _ header: SegmentHeader, _ first: Int, _ desk: DeskIdentity?, _ size: Int
    ) throws(Flaw) {
        guard header.first == first, first > 0 else {
            throw .damaged("its header says that it begins with record \(header.first)")
        }
        guard desk == nil || header.desk == desk else {
            throw .damaged("it belongs to another desk")
        }
        guard size == header.segmentBytes, size <= StoreLimits.segmentBytesMax else {
            throw .damaged("it is \(size) bytes long where \(header.segmentBytes) were written")
        }
    }
}
