import TOMLKit

/// A kind of value that a key may have: how it is read, and what would be right.
struct Setting<Value> {
    /// For a person whose value does not fit: `an integer from 1 to 100`.
    let wanted: String
    /// The value, or what is wrong with it.
    let read: (any TOMLValueConvertible) throws(Misfit) -> Value

    /// The same kind of value, turned into another.
    func map<Other>(
        wanted: String, _ transform: @escaping (Value) throws(Misfit) -> Other
    ) -> Setting<Other> {
        Setting<Other>(wanted: wanted) { (node) throws(Misfit) in
            try transform(try read(node))
        }
    }
}
