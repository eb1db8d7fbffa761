import HashTreeCollections

/// Sorted things, of which each is there once.
///
/// Kept sorted when they change, so that the first ones cost the same with ten things and with ten
/// thousand. It consists of runs of bounded length, of which a change copies only one while a reader
/// holds a copy of the state.
package struct SortedRuns<Element: Comparable & Sendable>: Sendable {
    /// The runs, none empty, each sorted and before the next.
    private var runs: [[Element]] = []
    /// How many things there are.
    package private(set) var count = 0

    /// Nothing.
    package init() {}

    /// The things in order.
    package var elements: some Sequence<Element> { runs.lazy.joined() }

    /// The things in the opposite order.
    package var descending: some Sequence<Element> {
        runs.reversed().lazy.map { $0.reversed() }.joined()
    }

    /// The things after one, in order; the one itself need not be there.
    package func elements(after element: Element) -> some Sequence<Element> {
        let run = max(0, firstRun { $0 > element } - 1)
        return runs[min(run, runs.count)...].lazy.joined().drop { $0 <= element }
    }

    /// The things before one, in the opposite order; the one itself need not be there.
    package func descending(before element: Element) -> some Sequence<Element> {
        runs[..<firstRun { $0 > element }].reversed().lazy.map { $0.reversed() }.joined()
            .drop { $0 >= element }
    }

    /// How many things come before one.
    package func rank(of element: Element) -> Int {
        let run = max(0, firstRun { $0 > element } - 1)
        guard run < runs.count else { return 0 }
        return runs[..<run].reduce(0) { $0 + $1.count } + position(of: element, in: runs[run])
    }

    /// The first one.
    package var first: Element? { runs.first?.first }

    /// Inserts a thing that is not there.
    mutating func insert(_ element: Element) {
        count += 1
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
        count -= 1
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

    /// How many there are.
    package var count: Int { runs.count }

    /// The thing of a key; nil for none.
    package subscript(key key: Key) -> Element? { elementOfKey[key] }

    /// The place of a thing in the order, 1 for the first.
    package func rank(of element: Element) -> Int { runs.rank(of: element) + 1 }

    /// The things after one, in order; the one itself need not be there.
    package func elements(after element: Element) -> some Sequence<Element> {
        runs.elements(after: element)
    }

    /// Gives a key another thing, or none.
    mutating func put(_ element: Element?, for key: Key) {
        let old = elementOfKey[key]
        guard old != element else { return }
        if let old { runs.remove(old) }
        if let element { runs.insert(element) }
        elementOfKey[key] = element
    }
}

extension SortedRuns: Equatable {
    /// Whether they hold the same things, however these are distributed over runs.
    package static func == (left: Self, right: Self) -> Bool {
        left.count == right.count && left.elements.elementsEqual(right.elements)
    }
}

extension SortedByKey: Equatable {
    /// Whether they hold the same things.
    package static func == (left: Self, right: Self) -> Bool {
        left.elements.elementsEqual(right.elements)
    }
}
