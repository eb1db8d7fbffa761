/// What is wrong with a piece of a file, before it is known which file and where.
enum Flaw: Error, Hashable, Sendable {
    /// The bytes are not what was written; the text completes "…: ".
    case damaged(String)
    /// The bytes were written by a later release.
    case laterFormat(version: Int)

    /// The same as the fault of a file.
    func fault(doing: String, file: String, offset: Int) -> StoreFault {
        switch self {
        case .damaged(let text):
            StoreFault(doing: doing, file: file, offset: offset, cause: .damaged(text))
        case .laterFormat(let version):
            StoreFault(
                doing: doing, file: file, offset: offset, cause: .laterFormat(version: version))
        }
    }
}
