package import SupportModel
package import SupportSystem
package import SupportWire

/// Brings a mail to the desk: has it decoded by a process without rights, stores its files, and sends
/// it.
package struct MailDelivery: Sendable {
    /// The path of `supportd-mail`.
    package let decoder: String
    /// How long the decoder may take.
    package let decodingTime: Duration

    /// - Parameter decoder: the path of `supportd-mail`; nil: the one beside this program or in
    ///   `../libexec/supportd`. Throws where there is none.
    package init(decoder: String?, decodingTime: Duration = .seconds(60)) throws(WireError) {
        guard let found = decoder ?? Self.installed(), ExecutableFile.isThere(found) else {
            throw WireError(
                .cannotStore, "no-decoder",
                "the program that decodes mail is not there: "
                    + (decoder ?? "supportd-mail, beside this one or in ../libexec/supportd"),
                hint: "install the whole of supportd, or name it with --decoder")
        }
        (self.decoder, self.decodingTime) = (found, decodingTime)
    }

    private static func installed() -> String? {
        let program = ProcessIdentity.programPath
        let home = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
        return ["\(home)/supportd-mail", "\(home)/../libexec/supportd/supportd-mail"]
            .first(where: ExecutableFile.isThere)
    }

    /// Decodes a mail. One that the decoder fails at is given as it came, to be held; throws where that
    /// is too long for one line, or where the decoder did not even begin.
    package func decoded(_ raw: [UInt8]) throws(WireError) -> DecodedMail {
        let output: [UInt8]
        let end: String
        do {
            let run = try FilterProcess.run(
                program: decoder, arguments: ["--decode"], input: raw,
                outputBytesMax: ClientLimits.decodedBytesMax, within: decodingTime)
            (output, end) = (run.output, run.end.map(\.description) ?? "took too long")
            if run.end == .exited(status: 0), let mail = DecoderOutput.mail(of: output) {
                return mail
            }
        } catch {
            throw WireError(
                .cannotStore, "decoder-failed", "\(error)", hint: "the mail has to be sent again")
        }
        guard let digest = DecoderOutput.digest(of: output) else {
            throw WireError(
                .cannotStore, "decoder-failed", "\(decoder) \(end) before it had read the mail",
                hint: "the mail has to be sent again; see what the decoder wrote to standard error")
        }
        // The mail goes along as a file too, so that it stays when it is filed.
        let whole = DecodedFile(name: "mail.eml", type: "message/rfc822", bytes: raw)
        return DecodedMail(mail: try undecoded(raw, digest), files: [whole])
    }

    /// The mail as it came.
    private func undecoded(
        _ raw: [UInt8], _ digest: ContentHash
    ) throws(WireError) -> ReceivedMail {
        let text = Base64.text(of: raw)
        guard text.utf8.count <= Limits.rawMailBytesMax else {
            throw WireError(
                .cannotStore, "mail-undecoded",
                "the mail of \(raw.count) bytes cannot be decoded, and is too long to be held as "
                    + "it came",
                hint: "it stays with the mail server; look at it there")
        }
        return ReceivedMail(
            identity: digest, subject: "", text: "", kind: .undecoded, bytes: raw.count, raw: text)
    }

    /// Stores the files of a mail and sends it; the answer comes when it is durable.
    ///
    /// Throws the `WireError` that the desk answers, or a `ClientFault`.
    package func send(
        _ decoded: DecodedMail, over connection: inout DaemonConnection,
        options: MutationOptions = MutationOptions()
    ) throws -> Answer<ReceiveMail> {
        var mail = decoded.mail
        var stored: [Attachment] = []
        var others: [MailFile] = []
        for file in decoded.files {
            let isDry = options.dryRun ?? false
            if let attachment = isDry ? nil : try Self.store(file, over: &connection) {
                stored.append(attachment)
            } else {
                others.append(
                    MailFile(name: file.name, type: file.type, bytes: file.bytes.count))
            }
        }
        mail.attachments = stored.isEmpty ? nil : stored
        mail.files = others.isEmpty ? nil : others
        return try connection.call(ReceiveMail(mail: mail), options: options)
    }

    /// Stores one file at the desk; nil where a rule of the desk refuses it, and the mail then only names
    /// it. Throws where the desk cannot store it now: the mail has to be sent again.
    package static func store(
        _ file: DecodedFile, over connection: inout DaemonConnection
    ) throws -> Attachment? {
        do {
            return try AttachmentUpload.store(
                file.bytes, name: AttachmentName.nearest(to: file.name), with: &connection)
        } catch let error as WireError where Self.finalRefusals.contains(error.data.error) {
            return nil
        }
    }

    /// What no later attempt would change. Where there are too many uploads now, or no room, the mail is
    /// sent again.
    private static let finalRefusals: Set<String> = [
        "attachment-too-large", "attachment-type-refused", "invalid-value", "bad-parameters",
    ]
}
