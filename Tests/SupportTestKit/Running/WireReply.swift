package import SupportJSON

/// A line that the desk sent: an answer, an error or a notification.
package struct WireReply: Sendable {
    /// The line as it came, without its newline.
    package let bytes: [UInt8]
    /// The line's JSON.
    package let root: JSONValue

    /// Reads a line; throws when it is no JSON.
    package init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        root = try JSONDocument(bytes, depthMax: 64).root
    }

    /// The line as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
    /// The answer; nil for an error and a notification.
    package var result: JSONValue? { root[member: "result"] }
    /// The answer's JSON text, byte for byte.
    package var resultText: String {
        String(decoding: result?.rawBytes ?? [], as: UTF8.self)
    }
    /// What the desk calls the error: `weekly-limit`.
    package var error: String? { root[member: "error"]?[member: "data"]?[member: "error"]?.string }
    /// The error's class, which is also the exit code of `supportc`.
    package var code: Int? { root[member: "error"]?[member: "code"]?.int }
    /// The error's sentence.
    package var message: String { root[member: "error"]?[member: "message"]?.string ?? "" }
    /// A figure of the error, by name.
    package func figure(_ name: String) -> String? {
        root[member: "error"]?[member: "data"]?[member: "figures"]?[member: name]?.string
    }
    /// The sequence number of the state that the answer saw.
    package var seq: Int? { root[member: "seq"]?.int }
    /// A notification's method.
    package var method: String? { root[member: "method"]?.string }
    /// A notification's parameters.
    package var params: JSONValue? { root[member: "params"] }
}

extension JSONValue {
    /// Goes down a path of members and element numbers: `at("cycle", "used")`, `at("tickets", 0)`.
    package func at(_ path: any JSONStep...) -> JSONValue? {
        path.reduce(Optional(self)) { value, step in value.flatMap { step.step(into: $0) } }
    }

    /// The JSON text of the value, as it came.
    package var rawText: String { String(decoding: rawBytes, as: UTF8.self) }

    /// The elements as an array.
    package var array: [JSONValue] { Array(elements) }
}

/// One step of a path into JSON: a member's name, or an element's number.
package protocol JSONStep {
    /// The value one step further; nil where there is none.
    func step(into value: JSONValue) -> JSONValue?
}

extension String: JSONStep {
    package func step(into value: JSONValue) -> JSONValue? { value[member: self] }
}

extension Int: JSONStep {
    package func step(into value: JSONValue) -> JSONValue? {
        value.elements.dropFirst(Swift.max(0, self)).first { _ in true }
    }
}
