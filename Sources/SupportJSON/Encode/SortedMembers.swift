/// Puts the members of a written object into the order of their names.
///
/// A dictionary hands its members over in an order that changes from run to run; this makes the
/// output the same each time.
enum SortedMembers {
    /// Sorts the object that begins at an offset of the buffer and ends with it.
    static func sort(_ writer: inout JSONWriter, from start: Int) throws(JSONFault) {
        // Raw JSON inside may be deeper than the limit; what is written here was checked before.
        let document = try JSONDocument(copying: writer.bytes[start...], depthMax: .max)
        var members: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
        var at = 1
        while at < document.tape.count {
            members.append((document.slice(at: at), document.slice(at: at &+ 1)))
            at = Int(document.tape[at &+ 1].next)
        }
        // The quotes are left out of the comparison: `a` goes before `a b`.
        members.sort { $0.name.dropLast().lexicographicallyPrecedes($1.name.dropLast()) }
        writer.replace(from: start, with: joined(members))
    }

    private static func joined(
        _ members: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)]
    ) -> [UInt8] {
        var result = [Ascii.openBrace]
        for member in members {
            if result.count > 1 { result.append(Ascii.comma) }
            result += member.name
            result.append(Ascii.colon)
            result += member.value
        }
        result.append(Ascii.closeBrace)
        return result
    }
}
