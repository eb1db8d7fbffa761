/// Makes a value of any `Decodable` type out of a JSON value, refusing what the type did not ask for.
///
/// Lets two keyed containers read one object, so that an enum can read its `type` and then its
/// payload. A member that is `null` is the same as a missing one for an optional.
package enum StrictJSONDecoder {
    /// What to do with members that no container of the type asked for.
    package enum UnknownMembers: Sendable {
        /// They are an error, at any depth: requests, configuration, the journal.
        case refused
        /// They are passed over: replies of a newer daemon.
        case ignored
    }

    /// The value as a `Value`.
    ///
    /// A member counts as known once any container asked for its name, also in an attempt that
    /// failed and was caught. `alsoAllowed` names members of the value itself that may be there
    /// unasked, with anything in them. The path of an error begins at the document's root.
    package static func decode<Value: Decodable>(
        _ type: Value.Type,
        from value: JSONValue,
        unknownMembers: UnknownMembers,
        alsoAllowed: [String] = []
    ) throws(JSONDecodingFault) -> Value {
        let pass = DecodingPass(value.document)
        let result: Value
        do {
            result = try pass.decode(type, at: value.node)
        } catch {
            throw JSONDecodingFault(error)
        }
        if unknownMembers == .refused {
            try refuseUnknown(pass, in: value, but: alsoAllowed)
        }
        return result
    }

    private static func refuseUnknown(
        _ pass: DecodingPass, in value: JSONValue, but allowed: [String]
    ) throws(JSONDecodingFault) {
        if value.isObject {
            for name in allowed { pass.allow(name, in: value.node) }
        }
        if let name = pass.firstUnknown(in: value.node) {
            let path = JSONPath.text(JSONPath.keys(to: name, in: value.document))
            throw JSONDecodingFault(path: path, message: "unknown member")
        }
    }
}

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

/// What a type with few values says when a value is none of them.
enum Choices {
    /// The error in the words of the format where the standard library made it, which would name the
    /// Swift type; any other as it is.
    @inline(never)
    static func reworded(for type: Any.Type, _ error: any Error) -> any Error {
        guard case DecodingError.dataCorrupted(let context) = error,
            context.debugDescription.hasPrefix("Cannot initialize ")
        else { return error }
        let words = names(of: type).map { "not one of \($0.joined(separator: ", "))" }
        return DecodingError.dataCorrupted(
            .init(
                codingPath: context.codingPath,
                debugDescription: words ?? "not a value that is known here"))
    }

    private static func names(of type: Any.Type) -> [String]? {
        func names<Value: CaseIterable & RawRepresentable>(_ type: Value.Type) -> [String] {
            type.allCases.map { "\($0.rawValue)" }
        }
        guard let type = type as? any (CaseIterable & RawRepresentable).Type else { return nil }
        return names(type)
    }
}
