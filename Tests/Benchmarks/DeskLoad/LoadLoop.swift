import SupportSystem

/// One thread that keeps a request in flight on each of its connections.
struct LoadLoop {
    private let peer: Peer
    private let poll = EventPoll()
    private var connections: [CInt: Connection] = [:]
    private var sent = 0

    /// A connection and what has come of its answer.
    private struct Connection {
        let stream: LocalStream
        var received: [UInt8] = []
    }

    /// An answer that says that a write was not done.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    init(peer: Peer, socket: String, connections count: Int) throws {
        self.peer = peer
        for _ in 0..<count {
            let stream = try LocalStream(connectingTo: socket)
            poll.watch(stream.descriptor, reading: true, writing: false)
            connections[stream.descriptor] = Connection(stream: stream)
        }
        if peer.greets { try passGreetings() }
    }

    /// Sends for a time; answers how many writes were answered.
    mutating func run(for time: Duration) throws -> Int {
        var answered = 0
        let end = Deadline(after: time)
        for connection in connections.values { try send(on: connection.stream) }
        while !end.isOver {
            for event in try poll.wait(milliseconds: 1000) {
                guard try receive(event.descriptor) else { continue }
                answered += 1
                if let connection = connections[event.descriptor] {
                    try send(on: connection.stream)
                }
            }
        }
        return answered
    }

    private mutating func passGreetings() throws {
        var waiting = Set(connections.keys)
        let end = Deadline(after: .seconds(10))
        while !waiting.isEmpty, !end.isOver {
            for event in try poll.wait(milliseconds: 1000) {
                guard var connection = connections[event.descriptor] else { continue }
                _ = try connection.stream.read(into: &connection.received, bytesMax: 4096)
                if connection.received.last == 10 {
                    connection.received.removeAll()
                    waiting.remove(event.descriptor)
                }
                connections[event.descriptor] = connection
            }
        }
        guard waiting.isEmpty else { throw Refused(description: "the server does not greet") }
    }

    private mutating func send(on stream: LocalStream) throws {
        sent += 1
        let request = peer.request(sent)
        guard try stream.write(request[...]) == .moved(request.count) else {
            throw Refused(description: "a request did not go over in one piece")
        }
    }

    /// Takes in what has come; true when it completes an answer.
    private mutating func receive(_ descriptor: CInt) throws -> Bool {
        guard var connection = connections[descriptor] else { return false }
        let progress = try connection.stream.read(into: &connection.received, bytesMax: 4096)
        if progress == .ended { throw Refused(description: "the server closed the connection") }
        guard connection.received.last == 10 else {
            connections[descriptor] = connection
            return false
        }
        guard peer.isDone(connection.received[...]) else {
            throw Refused(description: String(decoding: connection.received, as: UTF8.self))
        }
        connection.received.removeAll(keepingCapacity: true)
        connections[descriptor] = connection
        return true
    }
}
