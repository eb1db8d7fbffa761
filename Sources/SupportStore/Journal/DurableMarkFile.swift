import SupportSystem

/// The durable mark of one desk, on its disk.
struct DurableMarkFile: Sendable {
    let storage: any Storage
    let desk: DeskIdentity

    private static let name = StoreFileName.durable

    /// Reads and checks it; the file must be there.
    func read() throws(StoreFault) -> DurableMark {
        let doing = "read the mark of what is durable"
        let content = try StoreFault.naming(Self.name, doing) { () throws(SystemFault) in
            try storage.open(Self.name, writing: false)
                .read(at: 0, count: StoreLimits.headerBytesMax)
        }
        do {
            return try DurableMark(reading: content[...], of: desk)
        } catch {
            throw error.fault(doing: doing, file: Self.name, offset: 0)
        }
    }

    /// Replaces it; the record is durable.
    func write(_ sequence: Int, _ chain: ChainDigest) throws(StoreFault) {
        let mark = DurableMark(desk: desk, sequence: sequence, chain: chain)
        try StoreFault.naming(Self.name, "mark what is durable") { () throws(SystemFault) in
            try writeFileDurably(Self.name, [mark.line()[...]], in: storage)
        }
    }
}
