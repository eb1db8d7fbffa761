/// The two sides of a file: what reading shows, and what a power cut leaves.
struct SimulatedFile: Sendable {
    /// A change that is not durable yet.
    private enum Change: Sendable {
        case write([UInt8], offset: Int)
        case truncate(Int)
    }

    private static let sectorBytes = 512
    private(set) var content: [UInt8] = []
    private var durable: [UInt8] = []
    private var unsynced: [Change] = []

    init(durable content: [UInt8] = []) {
        self.content = content
        durable = content
    }

    mutating func write(_ bytes: [UInt8], at offset: Int) {
        Self.put(bytes[...], at: offset, into: &content)
        unsynced.append(.write(bytes, offset: offset))
    }

    mutating func truncate(to size: Int) {
        Self.cut(&content, to: size)
        unsynced.append(.truncate(size))
    }

    mutating func sync() {
        for change in unsynced {
            switch change {
            case .truncate(let size): Self.cut(&durable, to: size)
            case .write(let bytes, let offset): Self.put(bytes[...], at: offset, into: &durable)
            }
        }
        unsynced = []
    }

    /// A sync failed: reading still shows what was written, but no later sync will bring it to the
    /// disk, as the system takes it for written.
    mutating func forgetUnsynced() {
        unsynced = []
    }

    /// The file as a power cut may leave it: of every unsynced write any sectors, one in part.
    func afterPowerCut(_ random: inout SeededRandom) -> SimulatedFile {
        var left = durable
        for change in unsynced {
            switch change {
            case .truncate(let size): if Bool.random(using: &random) { Self.cut(&left, to: size) }
            case .write(let bytes, let offset): Self.tear(bytes, offset, into: &left, &random)
            }
        }
        return SimulatedFile(durable: left)
    }

    private static func tear(
        _ bytes: [UInt8], _ offset: Int, into left: inout [UInt8], _ random: inout SeededRandom
    ) {
        // Mostly there, mostly lost, or half and half.
        let chance = [1, 4, 7].randomElement(using: &random) ?? 4
        var start = 0
        while start < bytes.count {
            let sectorEnd = ((offset + start) / sectorBytes + 1) * sectorBytes - offset
            let end = min(bytes.count, sectorEnd)
            if Int.random(in: 0..<8, using: &random) < chance {
                // Now and then only the sector's first bytes.
                let isCut = Int.random(in: 0..<4, using: &random) == 0
                let part = isCut ? Int.random(in: start...end, using: &random) : end
                put(bytes[start..<part], at: offset + start, into: &left)
            }
            start = end
        }
    }

    private static func put(
        _ bytes: ArraySlice<UInt8>, at offset: Int, into content: inout [UInt8]
    ) {
        if bytes.isEmpty { return }
        let end = offset + bytes.count
        if content.count < end { cut(&content, to: end) }
        content.replaceSubrange(offset..<end, with: bytes)
    }

    private static func cut(_ content: inout [UInt8], to size: Int) {
        if content.count > size {
            content.removeLast(content.count - size)
        } else {
            content.append(contentsOf: [UInt8](repeating: 0, count: size - content.count))
        }
    }
}
