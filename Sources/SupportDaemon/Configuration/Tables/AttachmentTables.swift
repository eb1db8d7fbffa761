package import SupportModel

/// `[attachments]`: how much files that belong to tickets may take.
package struct AttachmentsTable: Hashable, Sendable {
    /// In bytes: a file from 1 to 1 GiB, a ticket from 1 to 64 GiB, all from 1 to 16 TiB.
    package var policy = AttachmentPolicy()

    mutating func read(_ table: inout TableReader) {
        table.read("file_bytes_max", .integer(1...1_073_741_824), into: &policy.fileBytesMax)
        table.read("ticket_bytes_max", .integer(1...68_719_476_736), into: &policy.ticketBytesMax)
        table.read(
            "total_bytes_max", .integer(1...17_592_186_044_416), into: &policy.totalBytesMax)
        table.read("refused_types", .mediaTypes, into: &policy.refusedTypes)
    }

    func check(_ draft: inout ConfigurationDraft) {
        let (file, ticket) = (policy.fileBytesMax, policy.ticketBytesMax)
        if file > ticket {
            draft.report(
                ["attachments.file_bytes_max", "attachments.ticket_bytes_max"],
                "\(file) bytes for one file are more than the \(ticket) of a ticket",
                "give `file_bytes_max` from 1 to `ticket_bytes_max`")
        }
        guard ticket > policy.totalBytesMax else { return }
        draft.report(
            ["attachments.ticket_bytes_max", "attachments.total_bytes_max"],
            "\(ticket) bytes for one ticket are more than the \(policy.totalBytesMax) of all",
            "give `ticket_bytes_max` from 1 to `total_bytes_max`")
    }
}

extension Setting<[String]> {
    /// A list of media types, none twice.
    static var mediaTypes: Setting {
        let one = Setting<String>.text.map(
            wanted:
                "give a media type in quotes and small letters, such as \"text/html\", or all of "
                + "a kind, \"image/*\""
        ) { (text) throws(Misfit) in
            guard MediaType.isPattern(text) else {
                throw Misfit("\(SettingPath.quoted(text)) is not a media type")
            }
            return text
        }
        return list(
            of: one, most: ConfigurationLimits.refusedTypesMax,
            wanted: "\(one.wanted); at most \(ConfigurationLimits.refusedTypesMax), each once")
    }
}
