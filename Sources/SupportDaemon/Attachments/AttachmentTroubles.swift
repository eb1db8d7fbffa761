import SupportModel
import SupportStore
import SupportWire

extension AttachmentStore {
    /// Reads all that tickets name; nil where they name nothing. Blocks.
    func check(named state: State) -> AttachmentCheck? {
        guard !state.namedContents.isEmpty else { return nil }
        return check(state.namedContents.keys)?.reply(state)
    }
}

extension AttachmentStore.Check {
    /// What was found, with the first ticket that names each, by ticket.
    func troubles(in state: State) -> [AttachmentTrouble] {
        let wanted = missing.union(damaged)
        guard !wanted.isEmpty else { return [] }
        var first: [ContentHash: (ticket: Identifier<Ticket>, name: String)] = [:]
        for ticket in state.tickets.values {
            for file in ticket.attachments where wanted.contains(file.content) {
                if let known = first[file.content], known.ticket < ticket.number { continue }
                first[file.content] = (ticket.number, file.name)
            }
        }
        return wanted.map { content in
            AttachmentTrouble(
                content: content, ticket: first[content]?.ticket, name: first[content]?.name,
                damaged: damaged.contains(content))
        }.sorted {
            ($0.ticket?.number ?? .max, $0.content.text) < (
                $1.ticket?.number ?? .max, $1.content.text
            )
        }
    }

    /// The same with the figures of all that was to be read; nil where tickets name nothing.
    func reply(_ state: State) -> AttachmentCheck? {
        guard !state.namedContents.isEmpty else { return nil }
        return AttachmentCheck(
            files: state.namedContents.count,
            bytes: state.namedContents.values.reduce(0) { $0 + $1.bytes },
            troubles: troubles(in: state))
    }
}
