/// The limits of the JSON reader and writer, each tested at the limit and one past it.
package enum JSONLimits {
    /// The deepest nesting of objects and arrays, counted in open brackets.
    package static let depthMax = 64
    /// The deepest nesting of a text that contains others as `RawJSON`, each of up to `depthMax`;
    /// the reader of such a text must allow it to read everything that can be written.
    package static let embeddingDepthMax = 2 * depthMax
    /// The longest document, in bytes; the offsets of the tape have 32 bits.
    package static let documentBytesMax = Int(UInt32.max)
    /// The longest member name that an error repeats in full, in characters.
    package static let pathNameCharactersMax = 64
}
