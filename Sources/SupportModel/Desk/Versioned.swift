import HashTreeCollections

/// A value of the state that tells which record changed it last.
protocol Versioned {
    /// The sequence number of that record.
    var version: UInt64 { get set }
}

extension Client: Versioned {}
extension Staff: Versioned {}
extension Monitor: Versioned {}

extension TreeDictionary where Value: Versioned {
    /// Changes the value of a key, where there is one, and marks it with the record.
    mutating func change(_ key: Key, _ stamp: Stamp, _ body: (inout Value) -> Void) {
        guard var changed = self[key] else { return }
        body(&changed)
        changed.version = stamp.sequence
        self[key] = changed
    }
}

extension State {
    /// Changes a contract, where there is one of that number, and marks it with the record.
    mutating func change(
        _ number: Identifier<Contract>, _ stamp: Stamp, _ body: (inout Contract) -> Void
    ) {
        guard var changed = contracts[number] else { return }
        body(&changed)
        changed.version = stamp.sequence
        put(changed)
    }
}
