import HashTreeCollections

/// Sorted things, of which each is there once.
///
/// Kept sorted when they change, so that the first ones cost the same with ten things and with ten
/// thousand. It consists of runs of bounded length, of which a change copies only one while a reader
/// holds a copy of the state.
package struct SortedRuns<Element: Comparable & Sendable>: Sendable {
    /// The runs, none empty, each sorted and before the next.
    private var runs: [[Element]] = []

    /// Nothing.
    package init() {}

    /// The things in order.
    package var elements: some Sequence<Element> { runs.lazy.joined() }

    /// The first one.
    package var first: Element? { runs.first?.first }

    /// Inserts a thing that is not there.
    mutating func insert(_ element: Element) {
        let run = max(0, firstRun { $0 > element } - 1)
        guard run < runs.count else { return runs.append([element]) }
        let at = position(of: element, in: runs[run])
        runs[run].insert(element, at: at)
        guard runs[run].count > Limits.sortedRunCountMax else { return }
        let half = runs[run].count / 2
        let tail = Array(runs[run][half...])
        runs[run].removeSubrange(half...)
        runs.insert(tail, at: run + 1)
    }

    /// Removes a thing; one that is not there changes nothing.
    mutating func remove(_ element: Element) {
        let run = firstRun { $0 > element } - 1
        guard run >= 0 else { return }
        let at = position(of: element, in: runs[run])
        guard at < runs[run].count, runs[run][at] == element else { return }
        runs[run].remove(at: at)
        if runs[run].isEmpty { runs.remove(at: run) }
    }

    /// The first run whose first thing matches; the number of runs where none does.
    private func firstRun(where isLikeThat: (Element) -> Bool) -> Int {
        Self.partition(runs.count) { index in runs[index].first.map(isLikeThat) ?? false }
    }

    private func position(of element: Element, in run: [Element]) -> Int {
        Self.partition(run.count) { run[$0] >= element }
    }

    /// The first index from which on the condition is true.
    private static func partition(_ count: Int, _ isBeyond: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Things of which each key has at most one, sorted.
package struct SortedByKey<Key: Hashable & Sendable, Element: Comparable & Sendable>: Sendable {
    private var runs = SortedRuns<Element>()
    private var elementOfKey: TreeDictionary<Key, Element> = [:]

    /// Nothing.
    package init() {}

    /// The things in order.
    package var elements: some Sequence<Element> { runs.elements }

    /// The first one.
    package var first: Element? { runs.first }

    /// Gives a key another thing, or none.
    mutating func put(_ element: Element?, for key: Key) {
        let old = elementOfKey[key]
        guard old != element else { return }
        if let old { runs.remove(old) }
        if let element { runs.insert(element) }
        elementOfKey[key] = element
    }
}
