import SupportModel
import SupportWire

/// The key in use and, while a change of keys is under way, the one before it (R6).
package struct AccessKeys: Sendable {
    /// What seals.
    package let current: AccessKey
    /// What still opens, and seals no more.
    package let old: AccessKey?

    /// Why a kept secret does not open; nil where it does.
    func trouble(of entry: AccessEntry) -> String? {
        guard let key = key(of: entry) else {
            return
                "it was sealed with key \(entry.sealed.key), and the desk has key \(current.mark)"
        }
        guard key.open(entry.sealed, for: entry.place) != nil else {
            return "it is damaged, or was sealed for another place"
        }
        return nil
    }

    /// The secret of an access; refused where it does not open.
    func secret(of entry: AccessEntry) throws(WireError) -> SecretText {
        guard let text = key(of: entry)?.open(entry.sealed, for: entry.place) else {
            throw .accessSealed(
                entry.place.description, trouble(of: entry) ?? "it is damaged")
        }
        return SecretText(text)
    }

    /// Refuses to seal beside secrets none of which these keys have sealed: somebody has put a
    /// wrong file in the key's place.
    func expectFamiliar(_ kept: some Sequence<AccessEntry>) throws(WireError) {
        var other: AccessEntry?
        for entry in kept {
            if key(of: entry) != nil { return }
            other = entry
        }
        guard let other else { return }
        throw .accessKey(
            "the desk has key \(current.mark), which sealed none of the secrets that are kept; "
                + "the \(other.place) names key \(other.sealed.key)",
            wayOut: "put that key back, or remove what nobody can read any more")
    }

    /// The key that sealed an access, by its mark; nil where it is not at hand.
    private func key(of entry: AccessEntry) -> AccessKey? {
        if entry.sealed.key == current.mark { return current }
        return entry.sealed.key == old?.mark ? old : nil
    }
}
