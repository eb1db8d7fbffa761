import SupportModel
import SupportStore
import SupportWire

/// Replays the whole journal and computes every closed cycle again (`supportc verify`).
enum JournalCheck {
    /// Reads all records from the first; a damaged file is an error that names it.
    static func run(_ log: any DurableLog) throws -> DeskVerify.Reply {
        var state = State()
        var cycles = 0
        var differences: [CycleDifference] = []
        try log.readAll { text in
            let record = try RecordText.read(text)
            for event in record.events {
                guard let closed = event.body as? CycleClosed else { continue }
                cycles += 1
                if let difference = closed.difference(from: state) {
                    differences.append(difference)
                }
            }
            state.apply(record)
        }
        return DeskVerify.Reply(
            records: state.sequence, cycles: cycles, differences: differences)
    }
}
