import SupportStore
import SupportSystem
import SupportTestKit

/// One life of a store in a test: opened, replayed, taking records, closed like a process that ends.
///
/// Its state is the list of all record texts, and its snapshots are that list, so that every loss,
/// repetition or change of order shows.
final class Desk {
    let store: Store
    let recovered: RecoveredLog
    private let committer: GroupCommitter
    private let heard: GuardedState<Heard>
    /// Every text from record 1 on, those submitted included.
    private(set) var texts: [String]

    private struct Heard: Sendable {
        var durable: Int
        var faults: [StoreFault] = []
    }

    static let created = "2026-11-23T18:00:00.000Z"

    init(_ storage: any Storage, _ shape: StoreShape, beginning: Beginning = .allowed) throws {
        let (store, recovered) = try Store.open(
            storage, shape: shape, created: Self.created, beginning: beginning)
        self.store = store
        self.recovered = recovered
        do {
            texts = try Self.replay(store, recovered)
            let heard = GuardedState(Heard(durable: Int(recovered.lastSequence)))
            self.heard = heard
            committer = try store.startCommitting(
                onDurable: { sequence in heard.change { $0.durable = Int(sequence) } },
                onFault: { fault in heard.change { $0.faults.append(fault) } })
        } catch {
            store.close()
            throw error
        }
    }

    private static func replay(_ store: Store, _ recovered: RecoveredLog) throws -> [String] {
        var texts = (recovered.snapshot?.content ?? []).split(separator: 10).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard UInt64(texts.count) == recovered.snapshot?.sequence ?? 0 else { throw Unexpected() }
        try store.replay(after: UInt64(texts.count)) { record in
            guard record.sequence == texts.count + 1 else { throw Unexpected() }
            texts.append(String(decoding: record.text, as: UTF8.self))
        }
        return texts
    }

    struct Unexpected: Error {}

    /// The records that were reported as durable.
    var acknowledged: Int { heard.withLock { $0.durable } }
    /// The faults that were reported to the desk.
    var faults: [StoreFault] { heard.withLock { $0.faults } }
    var lackOfRoom: StoreFault? { committer.spareFault }
    func retrySoon() { committer.retrySoon() }

    func canAccept(_ bytes: Int, records: Int = 1) -> Bool {
        committer.canAccept(recordBytes: bytes, records: records)
    }

    /// Waits until a record of this size is accepted; false after a fault.
    func waitForRoom(_ bytes: Int) -> Bool {
        for _ in 0..<5_000 {
            if canAccept(bytes) { return true }
            if !faults.isEmpty { return false }
            // Checks again after a while; woken at once by a change of what is durable.
            let _: Bool? = heard.wait(atMost: .milliseconds(1)) { $0.faults.isEmpty ? nil : true }
        }
        return false
    }

    /// Submits a record with so many bytes of text as the next one.
    @discardableResult
    func submit(bytes: Int) -> Bool {
        let text = Self.text(sequence: texts.count + 1, bytes: bytes)
        guard committer.submit(text.utf8, sequence: UInt64(texts.count + 1)) else { return false }
        texts.append(text)
        return true
    }

    /// Submits any text under any sequence.
    func submit(raw text: String, sequence: UInt64) -> Bool {
        committer.submit(text.utf8, sequence: sequence)
    }

    static func text(sequence: Int, bytes: Int) -> String {
        let opening = #"{"seq":\#(sequence),"x":""#
        let fill = max(0, bytes - opening.utf8.count - 2)
        let letters = "abcdefghijklmnopqrstuvwxyz"
        let letter = letters[letters.index(letters.startIndex, offsetBy: sequence % 26)]
        return opening + String(repeating: letter, count: fill) + "\"}"
    }

    /// Waits until a record is durable; false after a fault.
    @discardableResult
    func waitUntilDurable(_ sequence: Int? = nil) -> Bool {
        let wanted = sequence ?? texts.count
        return heard.wait(atMost: .seconds(20)) { heard -> Bool? in
            if heard.durable >= wanted { return true }
            return heard.faults.isEmpty ? nil : false
        } ?? false
    }

    /// Waits for a fault and gives it.
    func waitForFault() -> StoreFault? {
        heard.wait(atMost: .seconds(20)) { $0.faults.first }
    }

    func writeSnapshot() throws {
        let content = texts.prefix(acknowledged).map { $0 + "\n" }.joined()
        try store.writeSnapshot(Array(content.utf8)[...], sequence: UInt64(acknowledged))
    }

    /// Ends as a process does.
    func close() {
        committer.close()
        store.close()
    }
}
