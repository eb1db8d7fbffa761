/// The columns of one kind of file, in the order in which an export writes them.
package protocol ImportColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Whether only an export says it: an import passes over what the desk gives or works out
    /// itself, so that an exported file can be imported.
    var isReadOnly: Bool { get }
    /// Whether every file that is imported must have it.
    var isRequired: Bool { get }
}

extension ImportColumn {
    /// The columns that an import reads, as a list for people.
    package static var readNames: String {
        allCases.filter { !$0.isReadOnly }.map(\.rawValue).joined(separator: ", ")
    }
}
