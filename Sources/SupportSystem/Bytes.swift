import Glibc

/// Searches bytes at the speed of the C library.
extension ArraySlice<UInt8> {
    /// The index of the first such byte; nil when there is none.
    package func firstPosition(of byte: UInt8) -> Int? {
        withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress,
                let found = memchr(base, Int32(byte), buffer.count)
            else { return nil }
            return startIndex + (UnsafeRawPointer(found) - base)
        }
    }

    /// Whether all bytes are zero; true also for none.
    package var isAllZeros: Bool {
        withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, !buffer.isEmpty else { return true }
            // Every byte equals its neighbour and the first is zero.
            return buffer[0] == 0 && memcmp(base, base + 1, buffer.count - 1) == 0
        }
    }

    /// The same bytes without the zeros at the end.
    package var withoutTrailingZeros: ArraySlice<UInt8> {
        var kept = self
        let block = 4_096
        while kept.count >= block, kept.suffix(block).isAllZeros { kept = kept.dropLast(block) }
        while kept.last == 0 { kept = kept.dropLast() }
        return kept
    }
}

/// Searches many bytes for one text.
///
/// The C library's `memchr` finds the next occurrence of the text's rarest byte, and only there the
/// whole text is compared: several bytes a processor cycle on web pages.
package struct ByteSearch: Hashable, Sendable {
    /// The bytes to search for; no bytes occur everywhere.
    package let needle: [UInt8]
    private let anchor: Int

    /// Prepares a search for these bytes, for any number of uses.
    package init(for needle: [UInt8]) {
        self.needle = needle
        anchor =
            needle.indices.min { Self.commonness(needle[$0]) < Self.commonness(needle[$1]) } ?? 0
    }

    /// Whether the needle occurs in these bytes.
    package func occurs(in bytes: UnsafeRawBufferPointer) -> Bool {
        guard !needle.isEmpty else { return true }
        guard let start = bytes.baseAddress, bytes.count >= needle.count else { return false }
        return needle.withUnsafeBytes { sought in
            guard let first = sought.baseAddress else { return true }
            var place = anchor
            let end = bytes.count - (needle.count - 1 - anchor)
            while place < end {
                let rest = start.advanced(by: place)
                guard let hit = memchr(rest, CInt(sought[anchor]), end - place) else {
                    return false
                }
                place = start.distance(to: UnsafeRawPointer(hit))
                if memcmp(start.advanced(by: place - anchor), first, sought.count) == 0 {
                    return true
                }
                place += 1
            }
            return false
        }
    }

    /// The approximate frequency of a byte in web pages: the smaller, the rarer.
    private static func commonness(_ byte: UInt8) -> Int {
        switch byte {
        case 32, 97, 101, 105, 110, 111, 114, 115, 116: 4
        case 34, 45, 47, 60, 61, 62, 99, 100, 104, 108, 109, 112, 117: 3
        case 97...122, 48...57: 2
        case 32...126: 1
        default: 0
        }
    }
}

/// Unpredictable bytes from the kernel.
package enum Randomness {
    /// `count` random bytes.
    package static func bytes(_ count: Int) throws(SystemFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, count))
        var start = 0
        while start < bytes.count {
            // The kernel returns at most 256 bytes a call.
            let part = min(256, bytes.count - start)
            _ = try systemCall("read", "the kernel's random source") {
                bytes.withUnsafeMutableBytes { buffer in
                    getentropy(buffer.baseAddress.map { $0 + start }, part)
                }
            }
            start += part
        }
        return bytes
    }
}
