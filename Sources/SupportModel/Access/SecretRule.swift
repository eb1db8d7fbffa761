/// What may be handed over as a secret (R6): a password or a private key, as text.
///
/// What it says of a wrong one never shows any of it.
package enum SecretRule {
    /// Refuses what is empty, too long or no text; takes everything else exactly as it is.
    package static func check(_ secret: String) throws(Refusal) {
        guard !BoundedText.isBlank(secret) else {
            throw .invalid(
                what: "the secret", why: "is empty", wayOut: "give it on standard input")
        }
        guard secret.utf8.count <= Limits.secretBytesMax else {
            throw .invalid(
                what: "the secret", why: "is longer than \(Limits.secretBytesMax) bytes",
                wayOut: "only a password or a private key is kept here")
        }
        let isText = secret.unicodeScalars.allSatisfy { scalar in
            scalar == "\t" || scalar == "\n" || scalar == "\r"
                || scalar.value >= 32 && !(127...159).contains(scalar.value)
        }
        guard isText else {
            throw .invalid(
                what: "the secret", why: "holds a control character",
                wayOut: "keep to text; write what is binary in base64")
        }
    }
}
