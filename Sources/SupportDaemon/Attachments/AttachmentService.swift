import Logging
import NIOCore
import SupportModel
import SupportStore
import SupportSystem

/// Removes the contents of attachments that no ticket names any more, and what connections have not
/// sent to its end, on a thread of its own.
struct AttachmentService: DeskService {
    let name = "attachments"

    /// How long a stop waits for what is still to be removed; a later start finds the rest.
    private static let stopMax = Duration.seconds(5)

    func start(_ desk: Desk) throws -> Stop {
        let thread = try BlockingThread(name: "attachments")
        let (gate, logger, loop) = (desk.gate, desk.logger, desk.loop)
        desk.ask { ledger in
            ledger.attachmentUpkeep = AttachmentUpkeep(
                release: { contents, sequence in
                    let release = Release(
                        contents, after: sequence, gate, desk.ledger, thread, logger)
                    loop.assumeIsolated().execute { release.journalAdvanced() }
                },
                abandon: { files in thread.run { for file in files { file.abandon() } } })
        }
        return {
            desk.ask { $0.attachmentUpkeep = nil }
            let isDone = GuardedState(false)
            thread.run { isDone.change { $0 = true } }
            _ = isDone.wait(atMost: Self.stopMax) { $0 ? true : nil }
        }
    }
}

/// What the ledger has done with the files of attachments, both called on the event loop.
struct AttachmentUpkeep: Sendable {
    /// Removes contents, if no ticket names them once a record is durable.
    let release: @Sendable (_ contents: [ContentHash], _ after: UInt64) -> Void
    /// Removes what has not been sent to its end.
    let abandon: @Sendable ([UploadedFile]) -> Void
}

/// Contents that are removed as soon as the record is durable that took them off their last ticket: a
/// crash before that must find them. Lives on the event loop.
private final class Release: GateWaiter {
    private let contents: [ContentHash]
    private let sequence: UInt64
    private let gate: NIOLoopBound<DurabilityGate>
    private let ledger: Ledger
    private let thread: BlockingThread
    private let logger: Logger

    init(
        _ contents: [ContentHash], after sequence: UInt64, _ gate: NIOLoopBound<DurabilityGate>,
        _ ledger: Ledger, _ thread: BlockingThread, _ logger: Logger
    ) {
        (self.contents, self.sequence, self.gate) = (contents, sequence, gate)
        (self.ledger, self.thread, self.logger) = (ledger, thread, logger)
    }

    func journalAdvanced() {
        guard gate.value.durable >= sequence else {
            return gate.value.wait(self, beyond: sequence - 1)
        }
        let contents = contents
        let gone = ledger.assumeIsolated { $0.forgetUnnamed(contents) }
        guard !gone.isEmpty else { return }
        let (store, logger) = (ledger.attachments, logger)
        thread.run {
            for content in gone {
                do throws(StoreFault) {
                    try store.remove(content)
                } catch {
                    // The check after the next start finds it again.
                    logger.error(
                        "an attachment could not be removed",
                        metadata: ["content": "\(content)", "cause": "\(error.sentence)"])
                }
            }
        }
    }
}

extension Ledger {
    /// Takes those contents that no ticket names, and no live connection has just stored, out of what
    /// can be attached; returns them.
    func forgetUnnamed(_ contents: [ContentHash]) -> [ContentHash] {
        let gone = contents.filter { !state.isNamed($0) && !uploads.hold($0) }
        for content in gone { attachments.forget(content) }
        return gone
    }

    /// Has contents removed that no ticket names any more.
    func release(_ contents: [ContentHash]) {
        let unnamed = contents.filter { !state.isNamed($0) }
        guard !unnamed.isEmpty else { return }
        attachmentUpkeep?.release(unnamed, state.sequence)
    }

    /// Has the contents removed that events took off their last ticket.
    func releaseDetached(_ events: [Event]) {
        for event in events {
            switch event.body {
            case let event as TicketDetached: release(event.files.map(\.content))
            case let event as MailFiled: release(event.contents ?? [])
            case let event as MailDiscarded: release(event.contents ?? [])
            default: break
            }
        }
    }

    /// Gives up what a connection that has ended was sending, and what it has stored for nothing.
    func endConnection(_ number: UInt64) {
        let (unfinished, stored) = uploads.leave(number)
        if !unfinished.isEmpty { attachmentUpkeep?.abandon(unfinished) }
        release(Array(stored))
    }
}

extension Desk {
    /// Removes contents that a crash has left without a ticket, reads all others, and logs what is
    /// wrong with them. For the thread that verifies the journal.
    func checkAttachments(while isWanted: () -> Bool) {
        guard let state = ask({ $0.state }) else { return }
        let store = ledger.attachments
        let orphans = store.orphans(olderThan: UploadLimits.orphanAge, isNamed: state.isNamed)
        if !orphans.isEmpty {
            ask { $0.release(orphans) }
            logger.info(
                "attachments without a ticket are removed", metadata: ["files": "\(orphans.count)"])
        }
        guard !state.namedContents.isEmpty,
            let found = store.check(state.namedContents.keys, while: isWanted)
        else { return }
        for trouble in found.troubles(in: state) {
            logger.error("an attachment cannot be read", metadata: ["cause": "\(trouble.words)"])
        }
    }
}
