/// One JSON text that was validated strictly: its bytes, and a tape with the place of each value.
///
/// A document that exists is valid in its UTF-8, nesting, member names, surrogates and numbers, and
/// has no trailing bytes. No string is copied and no number converted before it is requested. The
/// tape takes at most 8 bytes of memory for each byte of the text.
package final class JSONDocument: Sendable {
    /// The text as it was passed in.
    package let bytes: [UInt8]
    /// Its values in the order of the text.
    let tape: ContiguousArray<JSONNode>

    /// Reads a whole text, which may have white space around its value. `depthMax` counts open
    /// objects and arrays; `bytesMax` limits the length.
    package init(
        _ bytes: [UInt8],
        depthMax: Int = JSONLimits.depthMax,
        bytesMax: Int = JSONLimits.documentBytesMax
    ) throws(JSONFault) {
        self.bytes = bytes
        tape = try JSONScanner.scan(bytes.span, depthMax: depthMax, bytesMax: bytesMax)
    }

    /// Reads a text from any collection of bytes, such as a part of a receive buffer, copying it
    /// once.
    package convenience init(
        copying bytes: some Collection<UInt8>, depthMax: Int = JSONLimits.depthMax
    ) throws(JSONFault) {
        try self.init(Array(bytes), depthMax: depthMax)
    }

    /// Reads the UTF-8 of a text.
    package convenience init(
        text: String, depthMax: Int = JSONLimits.depthMax
    ) throws(JSONFault) {
        try self.init(Array(text.utf8), depthMax: depthMax)
    }

    /// The value of the whole text.
    package var root: JSONValue { JSONValue(self, 0) }
}

extension JSONDocument {
    /// The text of a string or a name, escapes resolved.
    func text(at node: Int) -> String {
        let entry = tape[node]
        guard entry.isEscaped else { return writtenText(at: node) }
        let bytes = self.bytes
        return String(decoding: StringText.unescaped(bytes.span, entry.range), as: UTF8.self)
    }

    /// The bytes of a string, a name or a number as text, escapes as they are.
    @inline(__always)
    func writtenText(at node: Int) -> String {
        let bytes = self.bytes
        return StringText.plain(bytes.span, tape[node].range)
    }

    /// The value of an `integer`.
    @inline(__always)
    func int64(at node: Int) -> Int64? {
        let bytes = self.bytes
        return DecimalText.int64(bytes.span, tape[node].range)
    }

    /// The bytes of a value, with the quotes of a string.
    func slice(at node: Int) -> ArraySlice<UInt8> {
        let entry = tape[node]
        guard entry.kind == .string || entry.kind == .name else { return bytes[entry.range] }
        return bytes[(entry.range.lowerBound &- 1)..<(entry.range.upperBound &+ 1)]
    }

    /// The entry of the first member of that name between the entries `first` and `end`, each of
    /// which is the beginning of a member of one object or the object's end.
    func name(_ name: String, from first: Int, to end: Int) -> Int? {
        guard first < end else { return nil }
        let units = name.utf8
        let wanted = units.span
        let bytes = self.bytes
        let text = bytes.span
        var at = first
        while at < end {
            let entry = tape[at]
            if entry.isEscaped ? self.text(at: at) == name : matches(entry, wanted, text) {
                return at
            }
            at = Int(tape[at &+ 1].next)
        }
        return nil
    }

    @inline(__always)
    private func matches(_ entry: JSONNode, _ wanted: Span<UInt8>, _ text: Span<UInt8>) -> Bool {
        guard Int(entry.length) == wanted.count else { return false }
        let start = Int(entry.start)
        for offset in wanted.indices where text[start &+ offset] != wanted[offset] {
            return false
        }
        return true
    }
}
