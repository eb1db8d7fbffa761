import SupportSystem

/// The segment that takes new lines.
struct OpenSegment: Sendable {
    let file: any StorageFile
    /// The first sequence that it holds, which gives its name.
    let first: Int
    /// Where the next line goes.
    var end: Int
    /// The size of the whole file.
    let bytes: Int

    var name: String { StoreFileName.segment(first) }
    /// How many bytes of lines it still takes; its end line has its place besides.
    var room: Int { max(0, bytes - end - StoreLimits.endLineBytesMax) }
}
