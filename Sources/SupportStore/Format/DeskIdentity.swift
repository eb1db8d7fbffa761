import SupportSystem

/// The random name of one desk, so that files of two desks are never taken for one.
package struct DeskIdentity: Hashable, Sendable {
    /// 32 lower-case hexadecimal digits.
    package let text: String

    /// A new one from 16 random bytes.
    init() throws(SystemFault) {
        var digits: [UInt8] = []
        Hexadecimal.append(try Randomness.bytes(16), to: &digits)
        text = String(decoding: digits, as: UTF8.self)
    }

    /// Nil when the text is not 32 lower-case digits.
    init?(_ text: String) {
        guard ChainDigest(hexadecimal: Array(text.utf8)[...]) != nil else { return nil }
        self.text = text
    }
}
