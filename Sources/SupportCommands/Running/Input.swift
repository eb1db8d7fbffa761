import ArgumentParser
import SupportClient

/// Standard input, as commands read it: whole, and bounded.
struct Input {
    private let console: any Console

    init(_ console: any Console) {
        self.console = console
    }

    /// The text itself, or for `-` all of standard input without its last line end.
    func text(_ argument: String) throws -> String {
        guard argument == "-" else { return argument }
        var bytes: [UInt8] = []
        while true {
            let chunk = try console.read(bytesMax: 65_536)
            if chunk.isEmpty { break }
            bytes += chunk
            guard bytes.count <= ClientLimits.inputBytesMax else {
                throw ValidationError(
                    "standard input holds more than \(ClientLimits.inputBytesMax) bytes; "
                        + "keep the text elsewhere and name the place")
            }
        }
        if bytes.last == 10 { bytes.removeLast() }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ValidationError("standard input is not UTF-8 text")
        }
        return text
    }
}
