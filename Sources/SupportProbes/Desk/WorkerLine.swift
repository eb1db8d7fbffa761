import SupportJSON
package import SupportModel

/// How orders and reports are written: one JSON object a line, without the line's end.
package enum WorkerLine {
    /// The line of a report.
    package static func encode(_ report: WorkerReport) -> [UInt8] {
        // Reports hold texts and numbers only, which always can be written.
        (try? LineJSONEncoder.encode(report)) ?? []
    }

    /// The order of a line; a member that no order has is refused like any other mistake.
    package static func decode(_ line: [UInt8]) throws(BadLine) -> WorkerOrder {
        do {
            let document = try JSONDocument(line, bytesMax: ProbeLimits.orderBytesMax)
            return try StrictJSONDecoder.decode(
                WorkerOrder.self, from: document.root, unknownMembers: .refused)
        } catch let fault as JSONFault {
            throw BadLine(reason: fault.message)
        } catch {
            throw BadLine(reason: "\(error)")
        }
    }

    /// A line from the desk that is not an order.
    package struct BadLine: Error, Hashable, Sendable {
        /// What is wrong with it.
        package let reason: String

        /// The error for a line that is wrong for this reason.
        package init(reason: String) { self.reason = reason }
    }
}
