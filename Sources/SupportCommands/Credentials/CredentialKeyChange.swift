import ArgumentParser
import SupportModel
import SupportWire

/// `supportc access verify`.
struct CredentialVerifyCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "See whether every secret opens with the desk's key.",
        discussion: """
            No secret is shown. Ends with 3 if one does not open, and with 1 where the key itself is \
            not there or cannot be used; also says what is missing.

            Example:
              supportc access verify
            """)

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> CredentialVerify { CredentialVerify() }

    func show(_ reply: CredentialVerify.Reply, on page: inout Page) {
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
            let name = CredentialRows.name(closed.client, closed.project, closed.kind)
            page.line("  \(name): \(closed.why)")
        }
        for missing in reply.missing {
            page.line(
                "  \(CredentialRows.owner(missing)): \(CredentialRows.kinds(missing), .warning) missing"
            )
        }
    }

    func identifiers(_ reply: CredentialVerify.Reply) -> [String] {
        reply.closed.map { CredentialRows.identifier($0.client, $0.project, $0.kind) }
    }

    func ending(_ reply: CredentialVerify.Reply) -> SupportWire.ExitCode {
        reply.closed.isEmpty ? .done : .notFound
    }
}

/// `supportc access reseal`.
struct CredentialResealCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "reseal", abstract: "Seal with the key in use what the old one sealed.",
        discussion: """
            Part of a change of keys, which supportd(8) explains. Ends with 3 while anything is left.

            Example:
              supportc access reseal
            """)

    @OptionGroup(title: "General options") var options: OperationOptions

    func request(_ input: Input) -> CredentialReseal { CredentialReseal() }

    func show(_ reply: CredentialReseal.Reply, on page: inout Page) {
        page.line("\(Words.count(reply.resealed, "secret")) sealed with key \(reply.key, .strong)")
        if reply.left > 0 { page.line("  \(reply.left) left; repeat the command") }
        for closed in reply.closed {
            let name = CredentialRows.name(closed.client, closed.project, closed.kind)
            page.line("  \(name): \(closed.why)")
        }
    }

    func identifiers(_ reply: CredentialReseal.Reply) -> [String] {
        reply.closed.map { CredentialRows.identifier($0.client, $0.project, $0.kind) }
    }

    func ending(_ reply: CredentialReseal.Reply) -> SupportWire.ExitCode {
        reply.left == 0 && reply.closed.isEmpty ? .done : .notFound
    }
}

/// How accesses are named and listed.
enum CredentialRows {
    /// What there is and, after it, what is missing.
    static func table(_ list: CredentialList.Reply) -> Table {
        var table = Table(
            "access",
            [
                .text("CLIENT"), .text("PROJECT"), .text("KIND"), .text("USER"),
                .text("ADDRESS", .cut(least: 20)), .text("SET", goes: 6), .text("BY", goes: 1),
                .number("LOOKS", goes: 2), .text("LAST LOOK", goes: 5), .text("BY", goes: 4),
            ])
        for access in list.access {
            table.row(
                "\(access.client, .strong)", "\(access.project ?? "")",
                "\(access.kind.rawValue, .strong)", "\(access.user ?? "")",
                "\(access.address ?? "")", "\(Words.distance(access.setAt))", "\(access.setBy)",
                "\(access.looks)", access.lastLook.map { "\(Words.minute($0.at))" } ?? "",
                "\(access.lastLook?.by.description ?? "")")
        }
        for missing in list.missing {
            for kind in missing.kinds {
                table.row(
                    "\(missing.client, .strong)", "\(missing.project ?? "")",
                    "\(kind.rawValue, .strong)", StyledText("MISSING", .bad))
            }
        }
        return table
    }

    /// `admin access of acme, project shop`.
    static func name(_ client: Name<Client>, _ project: String?, _ kind: CredentialKind) -> String {
        CredentialPlace(client: client, project: project, kind: kind).description
    }

    /// The same of an answer.
    static func name(_ access: CredentialView) -> String {
        name(access.client, access.project, access.kind)
    }

    /// What `-q` prints: the arguments that name it, `acme admin` or `acme admin --project shop`.
    static func identifier(
        _ client: Name<Client>, _ project: String?, _ kind: CredentialKind
    ) -> String {
        "\(client) \(kind.rawValue)" + (project.map { " --project \($0)" } ?? "")
    }

    /// The same of an answer.
    static func identifier(_ access: CredentialView) -> String {
        identifier(access.client, access.project, access.kind)
    }

    /// `acme`, or `acme, project shop`.
    static func owner(_ missing: MissingCredentials) -> String {
        missing.project.map { "\(missing.client), project \($0)" } ?? missing.client.text
    }

    /// `admin, ftp`.
    static func kinds(_ missing: MissingCredentials) -> String {
        Words.list(missing.kinds.map(\.rawValue))
    }

    /// Of one client, in one line: `admin, ftp missing; shop: ssh missing`.
    static func missing(_ list: [MissingCredentials]) -> StyledText {
        let parts = list.map { part in
            (part.project.map { "\($0): " } ?? "") + "\(kinds(part)) missing"
        }
        return StyledText(parts.joined(separator: "; "), .warning)
    }
}
