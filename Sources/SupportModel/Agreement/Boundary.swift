/// The end of a contract's open cycle.
package struct Boundary: Hashable, Sendable, Comparable {
    package var at: Instant
    package var contract: Identifier<Contract>

    package static func < (left: Boundary, right: Boundary) -> Bool {
        left.at == right.at ? left.contract < right.contract : left.at < right.at
    }
}
