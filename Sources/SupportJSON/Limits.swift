/// What the JSON reader and writer refuse to take, each tested at the limit and one past it.
package enum JSONLimits {
    /// The deepest nesting of objects and arrays, counted in open brackets.
    package static let depthMax = 64
    /// The deepest nesting of a text that holds others as `RawJSON`, each of up to `depthMax`: what
    /// the reader of such a text must allow to get everything back that could be written.
    package static let embeddingDepthMax = 2 * depthMax
    /// The longest document, in bytes: what the offsets of the tape can name.
    package static let documentBytesMax = Int(UInt32.max)
    /// The longest member name that an error repeats in full, in characters.
    package static let pathNameCharactersMax = 64
}
