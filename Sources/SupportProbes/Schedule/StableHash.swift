/// A hash that is the same in every run, on every host and in every release: FNV-1a of 64 bits.
package enum StableHash {
    /// The hash of a text's UTF-8.
    package static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
    }
}
