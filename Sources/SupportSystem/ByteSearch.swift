import Glibc

/// Finds one text in many bytes.
///
/// The C library's `memchr` runs ahead to the next place of the text's rarest byte, and only there
/// the whole is compared: several bytes a processor cycle on web pages.
package struct ByteSearch: Hashable, Sendable {
    /// What is looked for; a search for nothing finds it everywhere.
    package let needle: [UInt8]
    private let anchor: Int

    /// Prepares a search for these bytes, to be used any number of times.
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

    /// How often a byte is met in web pages, roughly: the smaller the rarer.
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
