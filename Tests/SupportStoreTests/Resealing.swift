import SupportSystem
import Testing

/// Lines of the store's files with one member changed and a check that fits again: what no damage
/// does by itself, but an editor, a defect or a file from elsewhere.
enum Resealing {
    /// The content with a member of one of its lines changed, or added where the line has none of
    /// that name; a segment keeps its size.
    static func content(
        _ content: [UInt8], line number: Int = 0, _ member: String, _ value: String
    ) throws -> [UInt8] {
        var lines = content.split(separator: 10, omittingEmptySubsequences: false)
        let line = String(decoding: lines[number].dropLast(18), as: UTF8.self)
        let pattern = try Regex(#"([{,]""# + member + #"":)("[^"]*"|[0-9]+)"#)
        let changed =
            line.contains(pattern)
            ? line.replacing(pattern) { "\($0.output[1].substring ?? "")\(value)" }
            : line + #",""# + member + #"":"# + value
        #expect(changed != line)
        return joined(&lines, number, changed, content)
    }

    /// The content with a member of one of its lines under another name of the same length.
    static func content(
        _ content: [UInt8], line number: Int, renaming member: String, to name: String
    ) -> [UInt8] {
        var lines = content.split(separator: 10, omittingEmptySubsequences: false)
        let line = String(decoding: lines[number].dropLast(18), as: UTF8.self)
        let changed = line.replacing("\"\(member)\":", with: "\"\(name)\":")
        #expect(changed != line)
        return joined(&lines, number, changed, content)
    }

    private static func joined(
        _ lines: inout [ArraySlice<UInt8>], _ number: Int, _ changed: String, _ content: [UInt8]
    ) -> [UInt8] {
        lines[number] = sealed(changed)[...]
        let made = Array(lines.joined(separator: [10]))
        guard content.last == 0 else { return made }
        let zeros = [UInt8](repeating: 0, count: max(0, content.count - made.count))
        return Array((made + zeros).prefix(content.count))
    }

    /// A line, still without its last brace, with its check and without its newline.
    private static func sealed(_ line: String) -> [UInt8] {
        let check = String(CRC32C.check(of: Array(line.utf8)[...]), radix: 16)
        let padded = String(repeating: "0", count: 8 - check.count) + check
        return Array((line + #","crc":"\#(padded)"}"#).utf8)
    }
}
