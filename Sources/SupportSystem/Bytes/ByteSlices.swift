import Glibc

/// Searching bytes at the speed of the C library.
extension ArraySlice<UInt8> {
    /// The index of the first such byte, nil when there is none.
    package func firstPosition(of byte: UInt8) -> Int? {
        withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress,
                let found = memchr(base, Int32(byte), buffer.count)
            else { return nil }
            return startIndex + (UnsafeRawPointer(found) - base)
        }
    }

    /// True when there is no byte but zero, and when there is none at all.
    package var isAllZeros: Bool {
        withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, !buffer.isEmpty else { return true }
            // Every byte equals its neighbour and the first is zero.
            return buffer[0] == 0 && memcmp(base, base + 1, buffer.count - 1) == 0
        }
    }

    /// The same without the zeros at its end.
    package var withoutTrailingZeros: ArraySlice<UInt8> {
        var kept = self
        let block = 4_096
        while kept.count >= block, kept.suffix(block).isAllZeros { kept = kept.dropLast(block) }
        while kept.last == 0 { kept = kept.dropLast() }
        return kept
    }
}
