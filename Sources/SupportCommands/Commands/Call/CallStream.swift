import ArgumentParser
import SupportClient
import SupportWire

/// Request lines from standard input, one after the other, and what comes back, as it is.
struct CallStream: ~Copyable {
    private let session: Session
    private var connection: DeskConnection
    /// The code of the first error that was answered.
    private var code = SupportWire.ExitCode.done

    init(_ session: Session, connection: consuming DeskConnection) {
        self.session = session
        self.connection = connection
    }

    /// Goes on to the end of standard input; the first error that is answered decides the code.
    consuming func run() throws -> SupportWire.ExitCode {
        var framer = LineFramer(bytesMax: ClientLimits.inputBytesMax)
        while true {
            let chunk = try session.console.read(bytesMax: 65_536)
            var lines: [[UInt8]] = []
            do {
                // The end of input ends the last line too.
                let isOpen = chunk.isEmpty && framer.isInsideLine
                try framer.take(isOpen ? [10] : chunk) { lines.append($0) }
            } catch {
                throw ValidationError(
                    "a request line is longer than \(ClientLimits.inputBytesMax) bytes")
            }
            for line in lines where !line.allSatisfy({ [9, 13, 32].contains($0) }) {
                try ask(line)
            }
            if chunk.isEmpty { return code }
        }
    }

    private mutating func ask(_ line: [UInt8]) throws {
        try connection.send(line + [10], doubt: .changeSent(key: nil))
        while true {
            let answer = try connection.receiveLine(doubt: .changeSent(key: nil))
            try session.print(line: answer)
            switch try? ServerLine(line: answer) {
            case .notification: continue
            case .error(_, let error):
                if code == .done { code = error.code }
                return
            case .result, nil: return
            }
        }
    }
}
