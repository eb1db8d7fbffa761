/// The end of a contract's open cycle.
package struct Boundary: Hashable, Sendable, Comparable {
    /// When the open cycle ends: the first instant that no longer belongs to it.
    package var at: Instant
    /// The contract whose cycle ends then.
    package var contract: Identifier<Contract>

    package static func < (left: Boundary, right: Boundary) -> Bool {
        left.at == right.at ? left.contract < right.contract : left.at < right.at
    }
}
