import ArgumentParser
import SupportModel
import SupportWire

/// `supportc access remove`.
struct AccessRemoveCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Keep an access no longer.",
        discussion: """
            The journal and its backups still hold it, sealed: have the client change it too.

            Example:
              supportc access remove acme ftp
            """)

    @OptionGroup var access: AccessOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> AccessRemove {
        AccessRemove(client: access.client, kind: access.kind, project: access.project)
    }

    func show(_ reply: AccessRemove.Reply, on page: inout Page) {
        let name = AccessRows.name(reply.client, reply.project, reply.removed)
        page.line("\(name, .strong) removed")
    }

    func identifiers(_ reply: AccessRemove.Reply) -> [String] {
        [AccessRows.identifier(reply.client, reply.project, reply.removed)]
    }
}
