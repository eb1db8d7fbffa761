/// An amount of bytes for people.
package enum ByteCount {
    /// `812 bytes`, `1.2 MiB`.
    package static func text(_ bytes: Int) -> String {
        guard bytes >= 1024 else { return "\(bytes) \(bytes == 1 ? "byte" : "bytes")" }
        // Tenths of the unit, which no number of bytes makes overflow.
        var (tenths, unit) = (bytes / 1024 * 10 + bytes % 1024 * 10 / 1024, 0)
        let units = ["KiB", "MiB", "GiB", "TiB"]
        while tenths >= 10_240, unit + 1 < units.count {
            (tenths, unit) = (tenths / 1024, unit + 1)
        }
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }

    /// The same of an amount that may be larger than an `Int`.
    package static func text(_ bytes: UInt64) -> String { text(Int(clamping: bytes)) }
}
