import ArgumentParser
import SupportModel
import SupportWire

/// `supportc access verify`.
struct AccessVerifyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "See whether every secret opens with the desk's key.",
        discussion: """
            No secret is shown. Ends with 3 if one does not open; also says what is missing.

            Example:
              supportc access verify
            """)

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> AccessVerify { AccessVerify() }

    func show(_ reply: AccessVerify.Reply, on page: inout Page) {
        let key = reply.key.map { ", key \($0)" } ?? ""
        let checked = "\(Words.count(reply.checked, "secret"))\(key)"
        if reply.closed.isEmpty {
            page.line("\(checked): \(reply.checked == 0 ? "nothing to open" : "all open", .good)")
        } else {
            page.line("\(checked): \("\(reply.closed.count) closed", .bad)")
        }
        if let old = reply.old {
            page.line("  \(old) still sealed with the old key; supportc access reseal changes that")
        }
        for closed in reply.closed {
            let name = AccessRows.name(closed.client, closed.project, closed.kind)
            page.line("  \(name): \(closed.why)")
        }
        for missing in reply.missing {
            page.line(
                "  \(AccessRows.owner(missing)): \(AccessRows.kinds(missing), .warning) missing")
        }
    }

    func identifiers(_ reply: AccessVerify.Reply) -> [String] {
        reply.closed.map { AccessRows.identifier($0.client, $0.project, $0.kind) }
    }

    func ending(_ reply: AccessVerify.Reply) -> SupportWire.ExitCode {
        reply.closed.isEmpty ? .done : .notFound
    }
}
