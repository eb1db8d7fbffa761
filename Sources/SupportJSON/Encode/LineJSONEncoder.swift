/// Writes any `Encodable` value as compact JSON on one line, the same bytes for the same value.
///
/// Members stand in the order in which the type encodes them; those of a dictionary sorted by the
/// bytes of their names. Optionals that are nil are left out where the type uses `encodeIfPresent`,
/// as synthesised code does. Two keyed containers of one encoder write one object. The order of a
/// `Set` and of a dictionary with other keys than texts and numbers is the type's own to settle.
///
/// Tokens go straight to the buffer, so a nested container must be done with before the one around
/// it is written to again; to write to it after that is an error.
package enum LineJSONEncoder {
    /// The JSON of a value, at most `JSONLimits.depthMax` deep.
    package static func encode(_ value: some Encodable) throws(JSONEncodingFault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        try encode(value, into: &bytes)
        return bytes
    }

    /// Appends the JSON of a value to a buffer, which an error leaves as it was.
    package static func encode(
        _ value: some Encodable, into buffer: inout [UInt8]
    ) throws(JSONEncodingFault) {
        let before = buffer.count
        let pass = EncodingPass(after: taken(&buffer))
        let outcome = Result { try pass.encode(value) }
        buffer = pass.takeBytes()
        if case .failure(let error) = outcome {
            buffer.removeSubrange(before...)
            throw JSONEncodingFault(error)
        }
    }

    /// The buffer itself, leaving an empty one behind, so that appending does not copy it.
    private static func taken(_ buffer: inout [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        swap(&result, &buffer)
        return result
    }
}
