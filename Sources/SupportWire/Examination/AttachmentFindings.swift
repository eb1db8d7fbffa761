import SupportModel

// Sentences and hints of findings about attachments.

extension Finding {
    /// All that tickets name is there.
    package static func attachmentsStored(_ count: Int, bytes: Int, of most: Int) -> Finding {
        Finding(
            .attachments, .fine, "attachments-stored",
            count == 0
                ? "no files are attached yet"
                : "\(count) \(count == 1 ? "file" : "files"), \(ByteCount.text(bytes)) of "
                    + "\(ByteCount.text(most))",
            figures: ["files": "\(count)", "bytes": "\(bytes)", "bytes_max": "\(most)"])
    }

    /// Some cannot be read as they were stored.
    package static func attachmentsLost(_ words: [String]) -> Finding {
        Finding(
            .attachments, .problem, "attachments-lost", SentenceList.text(words),
            hint:
                "put the files back from a backup (supportd(8), Attachments), attach the same files "
                + "again, or detach them", figures: ["files": "\(words.count)"])
    }

    /// Little room is left of what the configuration allows.
    package static func attachmentsFill(_ bytes: Int, of most: Int) -> Finding {
        Finding(
            .attachments, .advice, "attachments-fill",
            "attachments have \(ByteCount.text(bytes)) of the \(ByteCount.text(most)) that are allowed",
            hint:
                "raise attachments.total_bytes_max in supportd.toml(5), or detach what is not needed",
            figures: ["bytes": "\(bytes)", "bytes_max": "\(most)"])
    }

    /// The directory cannot be read.
    package static func attachmentsUnread(_ why: String) -> Finding {
        Finding(
            .attachments, .problem, "attachments-unread", why,
            hint:
                "see to the cause and restart supportd; everything but attachments works meanwhile")
    }
}
