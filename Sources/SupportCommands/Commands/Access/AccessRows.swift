import SupportModel
import SupportWire

/// How accesses are named and listed.
enum AccessRows {
    /// What there is and, after it, what is missing.
    static func table(_ list: AccessList.Reply) -> Table {
        var table = Table([
            .text("CLIENT"), .text("PROJECT"), .text("KIND"), .text("USER"), .text("ADDRESS"),
            .text("SET"), .text("BY"), .number("LOOKS"), .text("LAST LOOK"), .text("BY"),
        ])
        for access in list.access {
            table.row(
                "\(access.client, .strong)", "\(access.project ?? "")",
                "\(access.kind.rawValue, .strong)", "\(access.user ?? "")",
                "\(access.address ?? "")", "\(Words.minute(access.setAt))", "\(access.setBy)",
                "\(access.looks)", "\(access.lastLook.map { Words.minute($0.at) } ?? "")",
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
    static func name(_ client: Name<Client>, _ project: String?, _ kind: AccessKind) -> String {
        AccessPlace(client: client, project: project, kind: kind).description
    }

    /// The same of an answer.
    static func name(_ access: AccessView) -> String {
        name(access.client, access.project, access.kind)
    }

    /// What `-q` prints: the arguments that name it, `acme admin` or `acme admin --project shop`.
    static func identifier(
        _ client: Name<Client>, _ project: String?, _ kind: AccessKind
    ) -> String {
        "\(client) \(kind.rawValue)" + (project.map { " --project \($0)" } ?? "")
    }

    /// The same of an answer.
    static func identifier(_ access: AccessView) -> String {
        identifier(access.client, access.project, access.kind)
    }

    /// `acme`, or `acme, project shop`.
    static func owner(_ missing: MissingAccess) -> String {
        missing.project.map { "\(missing.client), project \($0)" } ?? missing.client.text
    }

    /// `admin, ftp`.
    static func kinds(_ missing: MissingAccess) -> String {
        Words.list(missing.kinds.map(\.rawValue))
    }

    /// Of one client, in one line: `admin, ftp missing; shop: ssh missing`.
    static func missing(_ list: [MissingAccess]) -> StyledText {
        let parts = list.map { part in
            (part.project.map { "\($0): " } ?? "") + "\(kinds(part)) missing"
        }
        return StyledText(parts.joined(separator: "; "), .warning)
    }
}
