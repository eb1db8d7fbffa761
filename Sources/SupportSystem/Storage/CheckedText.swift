/// A text file whose last line is the CRC32C of all that stands before it.
package enum CheckedText {
    private static let opening = Array("crc32c ".utf8)

    /// The file of a text that ends with a newline.
    package static func sealed(_ text: [UInt8]) -> [UInt8] {
        text + opening + Array("\(CRC32C.check(of: text[...]))\n".utf8)
    }

    /// The text of a file; nil where it does not match its last line.
    package static func content(of file: [UInt8]) -> ArraySlice<UInt8>? {
        guard file.last == newline else { return nil }
        let lines = file.dropLast()
        guard let end = lines.lastIndex(of: newline) else { return nil }
        let text = file[...end]
        let check = lines[(end + 1)...]
        let wanted = opening + Array("\(CRC32C.check(of: text))".utf8)
        return check.elementsEqual(wanted) ? text : nil
    }

    private static let newline = UInt8(ascii: "\n")
}
