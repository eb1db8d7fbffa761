import Foundation
import Glibc
import SupportDaemon

/// A directory for a key's file, removed with its value.
final class KeyFolder {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "supportd-key-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The key's file that the desk makes itself.
    var own: CredentialKeyFile { CredentialKeyFile(inStateDirectory: path) }
    /// The same place, as an operator names it.
    var named: CredentialKeyFile { CredentialKeyFile(named: own.path) }

    /// Puts a file there.
    func put(_ bytes: [UInt8], mode: mode_t = 0o600) throws {
        try Data(bytes).write(to: URL(filePath: own.path))
        chmod(own.path, mode)
    }

    /// The file's bytes; nil where there is none.
    var bytes: [UInt8]? { FileManager.default.contents(atPath: own.path).map(Array.init) }

    /// The file's permission bits.
    var mode: mode_t {
        var status = stat()
        _ = stat(own.path, &status)
        return status.st_mode & 0o7777
    }
}
