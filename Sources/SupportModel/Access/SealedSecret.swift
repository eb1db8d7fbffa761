/// A secret as the journal holds it: closed with a key that the desk keeps elsewhere (R6).
///
/// The rules neither open nor make one; they carry it.
package struct SealedSecret: Hashable, Sendable, Codable {
    /// Base64 of nonce, ciphertext and tag; empty where it is only told of.
    package var box: String
    /// Which key closed it: the key's public mark, from which the key cannot be computed.
    package var key: String

    /// A box and the mark of the key that closed it.
    package init(box: String, key: String) {
        self.box = box
        self.key = key
    }
}
