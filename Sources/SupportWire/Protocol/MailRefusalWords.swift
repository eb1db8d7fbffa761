import SupportModel

/// The words for a mail that is not taken.
extension WireError {
    static func mail(_ obstacle: MailObstacle) -> WireError {
        switch obstacle {
        case .tooLong(let bytes, let bytesMax):
            WireError(
                .refused, "mail-too-long",
                "the mail has \(bytes) bytes, and at most \(bytesMax) are taken",
                hint: "mail.bytes_max in supportd.toml(5) says how long a mail may be",
                figures: ["bytes": "\(bytes)", "bytes_max": "\(bytesMax)"])
        case .holdingFull(let count, let bytes):
            WireError(
                .cannotStore, "held-mail-full",
                "\(count) mails of \(bytes) bytes are held, and no more can be",
                hint: "file or discard some: supportc mail list; or see mail.held_max in "
                    + "supportd.toml(5)",
                figures: ["count": "\(count)", "bytes": "\(bytes)"])
        }
    }
}
