/// Files of a state directory that a recovery has put aside.
package enum StoreRemains {
    /// The names of those, in their order.
    package static func names(among names: [String]) -> [String] {
        names.filter { StoreFileName($0) == .remains }.sorted()
    }
}
