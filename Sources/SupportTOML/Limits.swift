/// What the reader refuses to take, each tested at the limit and one past it.
package enum TOMLLimits {
    /// The longest text, in bytes: 1 MiB.
    package static let textBytesMax = 1_048_576
    /// The most parts of a key. With the next it bounds how deep the parser's recursion goes.
    package static let keyPartsMax = 8
    /// How deep lists and inline tables nest.
    package static let nestingMax = 32
    /// The longest number, in bytes.
    package static let plainValueBytesMax = 64
}
