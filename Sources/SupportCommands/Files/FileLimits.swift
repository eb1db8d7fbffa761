/// What the reader of files refuses to take, each tested at the limit and one past it.
package enum FileLimits {
    /// The most columns of a file.
    package static let columnsMax = 64
    /// The most mistakes of a file that are told.
    package static let mistakesMax = 100
}
