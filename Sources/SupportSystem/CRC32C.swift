/// The Castagnoli cyclic redundancy check (RFC 3720, appendix B.4): detects damage, not forgery.
package enum CRC32C {
    /// The checksum of the bytes; 0 for none, 0xE3069283 for the text `123456789`.
    package static func check(of bytes: ArraySlice<UInt8>) -> UInt32 { check(of: bytes, after: 0) }

    /// The checksum of bytes that follow others, whose checksum is given.
    package static func check(of bytes: ArraySlice<UInt8>, after check: UInt32) -> UInt32 {
        bytes.withUnsafeBufferPointer { self.check(of: $0, after: check) }
    }

    /// The checksum of a whole file, which is read in pieces.
    package static func check(of file: any StorageFile) throws(SystemFault) -> UInt32 {
        var (check, offset) = (UInt32(0), 0)
        while true {
            let piece = try file.read(at: offset, count: 1_048_576)
            guard !piece.isEmpty else { return check }
            check = self.check(of: piece[...], after: check)
            offset += piece.count
        }
    }

    private static func check(
        of bytes: UnsafeBufferPointer<UInt8>, after check: UInt32
    ) -> UInt32 {
        tables.withUnsafeBufferPointer { tables in
            var state = ~check
            var index = 0
            while bytes.count - index >= 8 {
                state = step(state, bytes, index, tables)
                index += 8
            }
            while index < bytes.count {
                state = tables[Int((state ^ UInt32(bytes[index])) & 0xFF)] ^ (state >> 8)
                index += 1
            }
            return ~state
        }
    }

    /// Processes eight bytes at once: table `t` has the effect of a byte followed by `t` more
    /// bytes.
    @inline(__always)
    private static func step(
        _ state: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int,
        _ tables: UnsafeBufferPointer<UInt32>
    ) -> UInt32 {
        let first = Int((state & 0xFF) ^ UInt32(bytes[index]))
        let second = Int(((state >> 8) & 0xFF) ^ UInt32(bytes[index + 1]))
        let third = Int(((state >> 16) & 0xFF) ^ UInt32(bytes[index + 2]))
        let fourth = Int((state >> 24) ^ UInt32(bytes[index + 3]))
        let left =
            tables[1792 + first] ^ tables[1536 + second] ^ tables[1280 + third]
            ^ tables[1024 + fourth]
        let right =
            tables[768 + Int(bytes[index + 4])] ^ tables[512 + Int(bytes[index + 5])]
            ^ tables[256 + Int(bytes[index + 6])] ^ tables[Int(bytes[index + 7])]
        return left ^ right
    }

    /// Eight tables of 256 entries, concatenated.
    private static let tables: [UInt32] = {
        var tables = (0..<256).map { UInt32($0) }
        for index in 0..<256 {
            for _ in 0..<8 {
                let bit = tables[index] & 1
                tables[index] = (tables[index] >> 1) ^ (bit == 1 ? 0x82F6_3B78 : 0)
            }
        }
        for index in 256..<2048 {
            let before = tables[index - 256]
            tables.append(tables[Int(before & 0xFF)] ^ (before >> 8))
        }
        return tables
    }()
}
