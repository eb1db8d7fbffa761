import ArgumentParser
import SupportClient

/// Standard input and files, as commands read them: whole, and bounded.
struct Input {
    private let console: any Console

    init(_ console: any Console) {
        self.console = console
    }

    /// The bytes of a file, or for `-` all of standard input; at most so many.
    func file(_ path: String, bytesMax most: Int = ClientLimits.fileBytesMax) throws -> [UInt8] {
        let bytes =
            path == "-"
            ? try all(bytesMax: most) : try console.contents(ofFile: path, bytesMax: most + 1)
        guard bytes.count <= most else {
            throw ValidationError(
                "\(path == "-" ? "standard input" : path) holds more than \(most) bytes; "
                    + "give it in several files")
        }
        return bytes
    }

    /// The text itself, or for `-` all of standard input without its last line end.
    func text(_ argument: String) throws -> String {
        guard argument == "-" else { return argument }
        var bytes = try all(bytesMax: ClientLimits.inputBytesMax)
        guard bytes.count <= ClientLimits.inputBytesMax else {
            throw ValidationError(
                "standard input holds more than \(ClientLimits.inputBytesMax) bytes; "
                    + "keep the text elsewhere and name the place")
        }
        if bytes.last == 10 { bytes.removeLast() }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ValidationError("standard input is not UTF-8 text")
        }
        return text
    }

    /// All of standard input; where it is more than so much, that and a little more.
    private func all(bytesMax: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= bytesMax {
            let chunk = try console.read(bytesMax: 65_536)
            if chunk.isEmpty { break }
            bytes += chunk
        }
        return bytes
    }
}
