import SupportSystem

/// The end of every line that the store writes: `,"crc":"<8 digits>"}`, the CRC32C of all before it.
enum CheckedLine {
    /// `,"crc":"` + 8 digits + `"}`.
    static let endBytes = 18
    private static let opening = Array(#","crc":""#.utf8)
    private static let closing = Array(#""}"#.utf8)

    /// Closes the line that began at `start` (still without its last brace); no newline is added.
    static func close(_ bytes: inout [UInt8], from start: Int) {
        let check = CRC32C.check(of: bytes[start...])
        bytes.append(contentsOf: opening)
        Hexadecimal.append(UInt64(check), digits: 8, to: &bytes)
        bytes.append(contentsOf: closing)
    }

    /// What stands before the end, nil when the end is not there or does not fit.
    static func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let content = line.dropLast(endBytes)
        let end = line.suffix(endBytes)
        guard end.starts(with: opening), end.suffix(2).elementsEqual(closing),
            let check = Hexadecimal.number(end.dropFirst(8).prefix(8)),
            check == UInt64(CRC32C.check(of: content))
        else { return nil }
        return content
    }
}
