import FoundationEssentials
import Glibc
import SupportSystem

/// A directory with a short path, as a Unix socket needs it, that goes with its value.
package final class RunningPlace: Sendable {
    /// The directory, which only this user may enter unless it is made public.
    package let path: String

    package init() throws {
        var template = Array("/tmp/sd-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw SystemFault(doing: "make", subject: "/tmp/sd-XXXXXX", errno: errno)
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The state directory of a desk that uses the place.
    package var state: String { "\(path)/state" }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The program of that name: beside the tests, or beside the daemon that `SUPPORTD_BIN` names.
    package static func program(_ name: String) -> String {
        let named = ProcessInfo.processInfo.environment["SUPPORTD_BIN"]
        let neighbour = named ?? ProcessIdentity.programPath
        let home = neighbour.lastIndex(of: "/").map { neighbour[..<$0] } ?? "."
        return name == "supportd" ? named ?? "\(home)/supportd" : "\(home)/\(name)"
    }
}
