import SupportDaemon
import SupportJSON
import SupportWire
import Testing

/// What a connection does when the desk stops.
struct ConnectionStopTests {
    /// What a connection had done: its lines, and whether it was closed.
    private struct Course {
        var lines: [String] = []
        var isClosed = false
        var isAsked = false

        /// Does what the connection wants, as a socket that takes everything.
        mutating func goOn(_ connection: inout Connection) {
            while let action = connection.next() {
                switch action {
                case .write(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
                case .flush(let count): connection.flushed(count)
                case .requestTurn, .yieldTurn: connection.turnCame()
                case .handle: isAsked = true
                case .close: isClosed = true
                default: break
                }
                if isAsked || isClosed { return }
            }
        }

        func says(_ word: String, at index: Int) -> Bool {
            lines.indices.contains(index) && lines[index].contains(word)
        }
    }

    private static let line = Array("\(#"{"jsonrpc":"2.0","id":1,"method":"desk.status"}"#)\n".utf8)

    @Test("one that has asked nothing is told and closed")
    func idle() {
        var (connection, course) = (Connection(ConnectionLimits()), Course())
        connection.opened(durable: 0)
        course.goOn(&connection)
        connection.deskStops()
        course.goOn(&connection)
        #expect(course.lines.count == 2 && course.says("desk.hello", at: 0))
        #expect(course.says(#""error":"stopping""#, at: 1) && course.says(#""id":null"#, at: 1))
        #expect(course.isClosed)
    }

    @Test("one that was not greeted yet is greeted and told")
    func early() {
        var (connection, course) = (Connection(ConnectionLimits()), Course())
        connection.deskStops()
        course.goOn(&connection)
        #expect(course.lines.isEmpty && !course.isClosed)
        connection.opened(durable: 0)
        course.goOn(&connection)
        #expect(course.says("desk.hello", at: 0) && course.says("stopping", at: 1))
        #expect(course.isClosed)
    }

    @Test(
        "what was taken in is answered first, when it is durable; what comes later is not taken in")
    func asked() {
        var (connection, course) = (Connection(ConnectionLimits()), Course())
        connection.opened(durable: 0)
        course.goOn(&connection)
        connection.received(Self.line[...]) { _ in 1000 }
        connection.deskStops()
        connection.received(Self.line[...]) { _ in 1000 }
        course.goOn(&connection)
        #expect(course.isAsked && !course.isClosed)
        course.isAsked = false
        connection.answered(.reply(RawJSON(trusting: Array("7".utf8)), after: 5))
        course.goOn(&connection)
        #expect(course.lines.count == 1, "nothing is told before it is durable")
        connection.journalAdvanced(to: 5)
        course.goOn(&connection)
        #expect(course.lines.count == 3 && !course.isAsked)
        #expect(course.says(#""result":7"#, at: 1) && course.says("stopping", at: 2))
        #expect(course.isClosed)
    }

    @Test("one that has ended its side gets its answers and no more")
    func halfClosed() {
        var (connection, course) = (Connection(ConnectionLimits()), Course())
        connection.opened(durable: 0)
        connection.inputEnded()
        connection.deskStops()
        course.goOn(&connection)
        #expect(course.lines.count == 1 && course.isClosed)
    }
}
