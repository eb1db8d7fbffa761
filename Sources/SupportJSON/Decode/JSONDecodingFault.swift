/// Why a JSON value is not the type that was asked for.
package struct JSONDecodingFault: Error, Hashable, Sendable {
    /// The value that is wrong or missing, from the document's root: `params.minutes`, `lines[2]`;
    /// empty for the root itself.
    package let path: String
    /// What was expected of it, such as `missing member` or `expected an integer`.
    package let message: String

    /// A fault at a path.
    package init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    /// The fault that an error of the type's own `init(from:)` stands for.
    init(_ error: any Error) {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            self.init(path: JSONPath.text(context.codingPath + [key]), message: "missing member")
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            self.init(path: JSONPath.text(context.codingPath), message: context.debugDescription)
        default:
            self.init(path: "", message: String(describing: error))
        }
    }
}

extension JSONDecodingFault: CustomStringConvertible {
    package var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
