package import SupportJSON

/// What a caller calls its request, given back with the answer: an integer, a text or `null`.
package struct RequestID: Hashable, Sendable {
    /// Its JSON text.
    package let json: RawJSON

    /// The identifier of an answer to a line that had none that could be read.
    package static let null = RequestID(json: RawJSON(trusting: Array("null".utf8)))

    /// A number, as `supportc` counts its requests.
    package init(_ number: Int) {
        json = RawJSON(trusting: Array(String(number).utf8))
    }

    /// Nil for a value that no request can be called: a fraction, an object, a long text.
    package init?(_ value: JSONValue) {
        let fits = value.string.map { $0.utf8.count <= WireLimits.keyBytesMax } ?? false
        guard value.int != nil || fits else { return nil }
        json = RawJSON(value)
    }

    private init(json: RawJSON) { self.json = json }
}
