/// A pair of braces that holds statements of a function, accessor or property.
struct Body: Equatable {
    /// The name of the function or property it belongs to.
    let name: String
    /// The line of the opening brace, from 1.
    let firstLine: Int
    /// The line of the closing brace.
    let lastLine: Int
    /// How deep braces stand inside each other in it; those closed on their own line do not count.
    let nesting: Int
    /// The line where that depth is reached first.
    let deepestLine: Int

    /// The lines between the braces.
    var lineCount: Int { max(0, lastLine - firstLine - 1) }
}
