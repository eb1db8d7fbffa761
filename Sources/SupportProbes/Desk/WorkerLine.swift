import FoundationEssentials
package import SupportModel

/// How orders and reports are written: one JSON object a line, without the line's end.
package enum WorkerLine {
    /// The line of a report.
    package static func encode(_ report: WorkerReport) -> [UInt8] {
        bytes(of: report)
    }

    /// The order of a line; throws `BadLine` where it is none.
    package static func decode(_ line: [UInt8]) throws(BadLine) -> WorkerOrder {
        do {
            return try JSONDecoder().decode(WorkerOrder.self, from: Data(line))
        } catch {
            throw BadLine(reason: "\(error)")
        }
    }

    /// A line from the desk that is not an order.
    package struct BadLine: Error, Hashable, Sendable {
        /// What is wrong with it.
        package let reason: String

        package init(reason: String) { self.reason = reason }
    }

    private static func bytes(of report: WorkerReport) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Reports hold texts and numbers only, which always can be written.
        return (try? encoder.encode(report)).map(Array.init) ?? []
    }
}
