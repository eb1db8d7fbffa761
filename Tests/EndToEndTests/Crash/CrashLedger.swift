import SupportJSON
import SupportTestKit

/// What the journal of a killed desk holds: every mark, and how often.
struct CrashLedger {
    /// The last record that was read.
    private(set) var last = 0
    private var counts: [String: Int] = [:]
    /// What is wrong with the journal itself; nothing, when all is well.
    private(set) var faults: [String] = []

    /// How often the effect with a mark happened.
    func count(_ mark: String) -> Int { counts[mark] ?? 0 }

    /// Reads on from the last record that was read.
    mutating func read(_ client: WireClient) throws {
        while true {
            let page = try client.result("log.list", #"{"since":\#(last),"limit":2000}"#)
            let records = page.at("records")?.array ?? []
            for record in records { take(record) }
            if page.at("next") == nil { return }
        }
    }

    private mutating func take(_ record: JSONValue) {
        let seq = record.at("seq")?.int ?? -1
        if seq != last + 1 { faults.append("record \(seq) follows \(last)") }
        last = seq
        for event in record.at("events")?.array ?? [] {
            for name in ["subject", "text", "note"] {
                if let mark = event.at("event", name)?.string { counts[mark, default: 0] += 1 }
            }
        }
    }
}
