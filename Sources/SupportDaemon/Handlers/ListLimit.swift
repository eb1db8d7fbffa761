import SupportWire

/// How many things a list may answer.
struct ListLimit: Hashable, Sendable {
    let count: Int

    /// The wanted count, or the default; refused outside of 1 to `WireLimits.listCountMax`.
    init(_ wanted: Int?) throws(WireError) {
        let count = wanted ?? WireLimits.listCountDefault
        guard (1...WireLimits.listCountMax).contains(count) else {
            throw WireError(
                .usage, "bad-parameters",
                "limit: \(count) is not in 1 to \(WireLimits.listCountMax)",
                wayOut: "ask for less and go on from there")
        }
        self.count = count
    }

    /// The first things of a list, and whether there are more.
    func cut<Element>(_ list: [Element]) -> (ArraySlice<Element>, Bool) {
        (list.prefix(count), list.count > count)
    }
}
