import ArgumentParser

/// A server that writes durably: what it is asked, and how its answers end.
enum Peer: String, ExpressibleByArgument {
    case desk
    case redis

    /// A write of the same kind each time: a ticket with a short text, or a value of 200 bytes.
    func request(_ number: Int) -> [UInt8] {
        switch self {
        case .desk:
            let params =
                #"{"client":"bench","level":4,"subject":"Request \#(number) of the benchmark","#
                + #""body":"Some of the pages that list articles show the wrong price.","#
                + #""on_demand":true}"#
            let line =
                #"{"jsonrpc":"2.0","id":\#(number),"method":"ticket.open","params":\#(params)}"#
            return Array((line + "\n").utf8)
        case .redis:
            let key = "ticket:\(number)"
            let value = String(repeating: "x", count: 200)
            return Array(
                "*3\r\n$3\r\nSET\r\n$\(key.utf8.count)\r\n\(key)\r\n$200\r\n\(value)\r\n".utf8)
        }
    }

    /// Whether a whole answer, its newline included, says that the write was done.
    func isDone(_ answer: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .desk: answer.starts(with: #"{"jsonrpc":"2.0","id":"#.utf8) && !answer.hasError
        case .redis: answer.elementsEqual("+OK\r\n".utf8)
        }
    }

    /// Whether the server speaks first.
    var greets: Bool { self == .desk }
}

extension ArraySlice<UInt8> {
    /// Whether an answer of the desk is an error: the member stands right after the identifier.
    fileprivate var hasError: Bool {
        String(decoding: prefix(48), as: UTF8.self).contains(#","error":"#)
    }
}
