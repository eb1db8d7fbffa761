package import SupportJSON

/// Writes the lines that the daemon sends, newline included.
package enum ReplyLine {
    /// An answer: the result's JSON, and the sequence number of the state that it saw.
    package static func result(_ id: RequestID, seq: UInt64, _ result: RawJSON) -> [UInt8] {
        var writer = begin(room: result.bytes.count + 64)
        writer.member("id", id.json)
        writer.name("seq")
        writer.int(seq)
        writer.member("result", result)
        return end(writer)
    }

    /// An error.
    package static func error(_ id: RequestID, _ error: WireError) -> [UInt8] {
        var writer = begin(room: 256)
        writer.member("id", id.json)
        writer.member("error", encoded(error))
        return end(writer)
    }

    /// A notification, which nobody asked for and nobody answers.
    package static func notification(_ method: String, _ params: RawJSON) -> [UInt8] {
        var writer = begin(room: params.bytes.count + 64)
        writer.member("method", method)
        writer.member("params", params)
        return end(writer)
    }

    /// A request, as a client sends it.
    package static func request(_ id: RequestID, method: String, params: RawJSON) -> [UInt8] {
        var writer = begin(room: params.bytes.count + 64)
        writer.member("id", id.json)
        writer.member("method", method)
        writer.member("params", params)
        return end(writer)
    }

    /// The JSON of a value of this protocol. Only a number that is not finite could fail, and no
    /// type of the protocol has one.
    package static func encoded(_ value: some Encodable) -> RawJSON {
        (try? RawJSON(encoding: value)) ?? RawJSON(trusting: Array("null".utf8))
    }

    private static func begin(room: Int) -> JSONWriter {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(room)
        var writer = JSONWriter(after: bytes)
        writer.beginObject()
        writer.member("jsonrpc", "2.0")
        return writer
    }

    private static func end(_ writer: consuming JSONWriter) -> [UInt8] {
        writer.endObject()
        var line = writer.take()
        line.append(10)
        return line
    }
}
