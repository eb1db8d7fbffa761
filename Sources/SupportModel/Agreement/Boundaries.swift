/// All boundaries to come, soonest first: cycles close in this order, however late (R10).
package struct Boundaries: Hashable, Sendable {
    private var sorted: [Boundary] = []

    /// No boundaries, as on a desk without contracts.
    package init() {}

    /// The next one.
    package var first: Boundary? { sorted.first }

    /// The next one whose time has come, those of some contracts passed over.
    package func due(at now: Instant, except: Set<Identifier<Contract>> = []) -> Boundary? {
        sorted.first { $0.at > now || !except.contains($0.contract) }
            .flatMap { $0.at <= now ? $0 : nil }
    }

    /// Adds the end of a cycle that was opened.
    mutating func insert(_ boundary: Boundary) {
        sorted.insert(boundary, at: place(of: boundary))
    }

    /// Takes out the end of a cycle that was closed; one that is not there changes nothing.
    mutating func remove(_ boundary: Boundary) {
        let place = place(of: boundary)
        if place < sorted.count, sorted[place] == boundary { sorted.remove(at: place) }
    }

    private func place(of boundary: Boundary) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < boundary { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
