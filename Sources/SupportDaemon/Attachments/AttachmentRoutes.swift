import FoundationEssentials
import SupportJSON
import SupportModel
import SupportStore
import SupportWire

/// The methods of attachments.
enum AttachmentRoutes {
    static let all =
        Route.changes(AttachToTicket.self, DetachFromTicket.self) { done in
            TicketView(done.state.tickets.made(done.made), isUnchanged: done.isUnchanged)
        } + [Route(AttachmentPut.self, .act(put)), .errand(AttachmentGet.self, begin: get)]

    /// Another thread reads the request, too, as it is long.
    private static func put(
        _ envelope: Envelope, _: isolated Ledger, _ caller: Caller
    ) throws -> Outcome {
        .later(
            Errand(cost: AttachmentPut.method.cost) { ledger in
                try ledger.expectStorage()
                let (uploads, policy) = (ledger.uploads, ledger.settings.policy.attachments)
                return {
                    let request = try envelope.decode(AttachmentPut.self)
                    let bytes = try part(request)
                    do {
                        return .answer(
                            try RawJSON(encoding: uploads.take(request, bytes, of: caller, policy)))
                    } catch let fault as StoreFault {
                        throw WireError.cannotStore(
                            fault.sentence, hint: LedgerWords.attachmentHint)
                    }
                }
            })
    }

    private static func part(_ request: AttachmentPut) throws -> [UInt8] {
        guard request.offset >= 0 else {
            throw WireError.badParameters(
                AttachmentPut.method.name, "offset: \(request.offset) is less than 0")
        }
        guard let bytes = Data(base64Encoded: request.data) else {
            throw WireError.badParameters(AttachmentPut.method.name, "data: it is not base64")
        }
        guard bytes.count <= WireLimits.attachmentPartBytesMax else {
            throw WireError.badParameters(
                AttachmentPut.method.name,
                "data: \(bytes.count) bytes are more than \(WireLimits.attachmentPartBytesMax)")
        }
        return Array(bytes)
    }

    private static func get(
        _ request: AttachmentGet, _ ledger: isolated Ledger, _: Acting
    ) throws -> @Sendable () throws -> AttachmentGet.Reply {
        let method = AttachmentGet.method.name
        let (offset, most) = (request.offset ?? 0, WireLimits.attachmentPartBytesMax)
        let length = request.length ?? most
        guard offset >= 0 else {
            throw WireError.badParameters(method, "offset: \(offset) is less than 0")
        }
        guard (1...most).contains(length) else {
            throw WireError.badParameters(method, "length: \(length) is not in 1 to \(most)")
        }
        let ticket = try ledger.state.meantTicket(request.ticket)
        let file = try ticket.attachments(named: request.attachment)[0]
        let store = ledger.attachments
        return { try part(of: file, ticket.number, store, offset, length) }
    }

    private static func part(
        of file: Attachment, _ ticket: Identifier<Ticket>, _ store: AttachmentStore,
        _ offset: Int, _ length: Int
    ) throws -> AttachmentGet.Reply {
        func lost(damaged: Bool) -> WireError {
            .attachmentLost(
                AttachmentTrouble(
                    content: file.content, ticket: ticket, name: file.name, damaged: damaged))
        }
        guard let files = store.files else { throw lost(damaged: false) }
        if offset == 0 {
            switch files.standing(of: file.content) {
            case .whole, nil: break
            case .missing: throw lost(damaged: false)
            case .damaged: throw lost(damaged: true)
            }
        }
        let bytes: [UInt8]
        do {
            bytes = try files.read(file.content, at: offset, count: length)
        } catch {
            throw lost(damaged: !error.isOfMissingFile)
        }
        let after = offset + bytes.count
        return AttachmentGet.Reply(
            attachment: file, data: Data(bytes).base64EncodedString(),
            next: after < file.bytes && !bytes.isEmpty ? after : nil)
    }
}

extension Ledger {
    /// Refuses to take bytes of attachments while no record that names them could be stored.
    fileprivate func expectStorage() throws {
        guard log.canAccept(bytes: 2 * LedgerLimits.answerBytesMax) else {
            throw noteStorage(refused: true).refusal
        }
    }
}
