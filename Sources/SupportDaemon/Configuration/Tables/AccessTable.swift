/// `[access]`: where the key lies that the secrets of clients are sealed with.
package struct AccessTable: Hashable, Sendable {
    /// The key's file; empty where it is the desk's own in the state directory.
    package var keyFile = ""

    /// The table as it is where no file sets a key of it.
    package init() {}

    /// The key's file, with the state directory that the desk was started in.
    func key(inStateDirectory state: String) -> AccessKeyFile {
        keyFile.isEmpty ? AccessKeyFile(inStateDirectory: state) : AccessKeyFile(named: keyFile)
    }

    mutating func read(_ table: inout TableReader) {
        table.read("key_file", .pathOrEmpty, into: &keyFile)
    }
}
