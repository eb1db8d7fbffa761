/// Finds the method in the beginning of a request's line, before the line is whole.
///
/// Only a member `method` of the line's own object counts, of which the whole text is there, and
/// which is written without escapes. That the line is valid is not known yet.
package struct NamedMethod {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    /// The method that a line names in its first bytes; nil where it names none.
    package static func find(in bytes: ArraySlice<UInt8>) -> String? {
        var scan = NamedMethod(bytes: bytes, at: bytes.startIndex)
        return scan.method()
    }

    private mutating func method() -> String? {
        guard take() == UInt8(ascii: "{") else { return nil }
        while let name = text(), take() == UInt8(ascii: ":") {
            if name == "method" { return text() }
            guard passValue(), take() == UInt8(ascii: ",") else { return nil }
        }
        return nil
    }

    /// The next byte that is no white space, without taking it.
    private mutating func peek() -> UInt8? {
        while at < bytes.endIndex {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            case let byte: return byte
            }
        }
        return nil
    }

    private mutating func take() -> UInt8? {
        guard let byte = peek() else { return nil }
        at += 1
        return byte
    }

    /// A string; nil for anything else, an unfinished one and one with an escape.
    private mutating func text() -> String? {
        guard take() == UInt8(ascii: "\"") else { return nil }
        let start = at
        guard passString() else { return nil }
        let content = bytes[start..<(at - 1)]
        guard !content.contains(UInt8(ascii: "\\")) else { return nil }
        return String(validating: content, as: UTF8.self)
    }

    /// Goes behind the closing quote of the string that it stands in; false where there is none.
    private mutating func passString() -> Bool {
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "\"") { return true }
            if byte == UInt8(ascii: "\\") { at += 1 }
        }
        return false
    }

    /// Goes behind a value of any kind; false where its end is not there.
    private mutating func passValue() -> Bool {
        var depth = 0
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                guard passString() else { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                at += 1
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return false }
                at += 1
                depth -= 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { return false }
                at += 1
            default: passWord()
            }
            if depth == 0 { return true }
        }
        return false
    }

    /// Goes behind a number, a word, or whatever else stands before the next punctuation.
    private mutating func passWord() {
        while at < bytes.endIndex, !Self.isPunctuation(bytes[at]) { at += 1 }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "\""),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }
}
