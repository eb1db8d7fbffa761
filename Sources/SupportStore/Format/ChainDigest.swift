import Crypto
import FoundationEssentials
import SupportSystem

/// The running digest of the journal: the first 16 bytes of a SHA-256.
///
/// The digest of a line is taken over the whole sealed line without its newline. As every line
/// carries the digest of the line before it, a digest stands for all lines up to its own. By hand:
/// `sed -n 5p journal-… | tr -d '\n' | sha256sum | cut -c-32`.
package struct ChainDigest: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// The digest of a sealed line, its newline not included.
    init(ofLine line: ArraySlice<UInt8>) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, byte) in SHA256.hash(data: line).enumerated() {
            if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
            if index == 15 { break }
        }
        self.high = high
        self.low = low
    }

    /// What the first record of a desk carries: the digest of the desk's own identity.
    init(beginningOf desk: DeskIdentity) {
        self.init(ofLine: Array(desk.text.utf8)[...])
    }

    /// Reads 32 lower-case digits.
    init?(hexadecimal digits: ArraySlice<UInt8>) {
        guard digits.count == 32,
            let high = Hexadecimal.number(digits.prefix(16)),
            let low = Hexadecimal.number(digits.suffix(16))
        else { return nil }
        self.high = high
        self.low = low
    }

    /// Appends 32 lower-case digits.
    func append(to bytes: inout [UInt8]) {
        Hexadecimal.append(high, digits: 16, to: &bytes)
        Hexadecimal.append(low, digits: 16, to: &bytes)
    }
}
