import SupportDaemon
import SupportStore
import SupportSystem
import SupportWire
import Synchronization

/// A journal in memory that becomes durable, or full, when a test says so.
final class MemoryLog: DurableLog {
    private let content = Mutex(Content())

    private struct Content {
        var records: [[UInt8]] = []
        var sequences: [UInt64] = []
        var roomBytes = Int.max
        var durable: Int?
        var recordBytesMax = 6_291_456
        var lackOfNext: String?
        var lackOfRoom: String?
        var seeks = 0
        var loss: String?
        var verdict: JournalVerdict?
        var faults: [UInt64: StoreFault] = [:]
    }

    /// The records that were handed over, in order.
    var submitted: [[UInt8]] { content.withLock { $0.records } }
    /// Their sequence numbers.
    var sequences: [UInt64] { content.withLock { $0.sequences } }

    /// Takes only records up to this size from now on; 0: none, as on a full disk.
    func limit(toBytes bytes: Int) { content.withLock { $0.roomBytes = bytes } }

    /// Takes only records up to this length from now on, as the store does for ever.
    func limitRecords(toBytes bytes: Int) { content.withLock { $0.recordBytesMax = bytes } }

    /// Says from now on that it cannot go on behind what it has, and why; nil: that it can.
    func refuseNext(_ cause: String?) { content.withLock { $0.lackOfNext = cause } }

    /// Says from now on that there is no room behind what it has, and why; nil: that there is.
    func lackRoom(_ cause: String?) { content.withLock { $0.lackOfRoom = cause } }

    var lackOfRoom: String? { content.withLock { $0.lackOfRoom } }

    func seekRoom() { content.withLock { $0.seeks += 1 } }

    /// How often it was to look for room again.
    var seeks: Int { content.withLock { $0.seeks } }

    /// Says from now on that files of it are gone; nil: that all are there.
    func lose(_ cause: String?) { content.withLock { $0.loss = cause } }

    var loss: String? { content.withLock { $0.loss } }

    /// Does not give the record after this one from now on, as a damaged file does not.
    func fail(after sequence: UInt64, _ fault: StoreFault) {
        content.withLock { $0.faults[sequence] = fault }
    }

    var lackOfNext: String? { content.withLock { $0.lackOfNext } }

    var recordBytesMax: Int { content.withLock { $0.recordBytesMax } }

    func canAccept(bytes: Int) -> Bool { content.withLock { bytes < $0.roomBytes } }

    func submit(_ record: [UInt8], sequence: UInt64) {
        content.withLock {
            $0.records.append(record)
            $0.sequences.append(sequence)
        }
    }

    func records(after sequence: UInt64, countMax: Int) throws -> [[UInt8]] {
        try content.withLock { content in
            if let fault = content.faults[sequence] { throw fault }
            let next = content.faults.keys.filter { $0 > sequence }.min() ?? .max
            let count = min(UInt64(countMax), next - sequence)
            return Array(content.records.dropFirst(Int(sequence)).prefix(Int(count)))
        }
    }

    func firstReadable(after sequence: UInt64) throws -> UInt64? {
        content.withLock { content in
            var next = sequence + 1
            while content.faults[next - 1] != nil { next += 1 }
            return next <= content.records.count ? next : nil
        }
    }

    func keepSnapshot(_ text: [UInt8], sequence: UInt64) throws {}

    var verdict: JournalVerdict? { content.withLock { $0.verdict } }

    /// Says from now on that a check of its files found this.
    func find(_ verdict: JournalVerdict) { content.withLock { $0.verdict = verdict } }

    func readAll(
        since sequence: UInt64, from state: (ArraySlice<UInt8>) throws -> Void,
        _ each: ([UInt8]) throws -> Void
    ) throws {
        for record in submitted { try each(record) }
    }
}
