/// Why the worker no longer speaks with the desk.
package enum DeskLoss: Error, Hashable, Sendable, CustomStringConvertible {
    /// The desk closed the connection, as it does when it stops.
    case closed
    /// The system would not read, write or connect; its words.
    case system(String)
    /// The desk sent a line that is not an order, or is too long.
    case badOrder(String)

    package var description: String {
        switch self {
        case .closed: "the desk has closed the connection"
        case .system(let words): words
        case .badOrder(let words): "the desk sent what is not an order: \(words)"
        }
    }
}
