/// Decodes any `Decodable` type from a JSON value, and refuses members that the type did not
/// request.
///
/// Two keyed containers may read one object, so that an enum can read its `type` and then its
/// payload. For an optional, a member that is `null` counts as missing.
package enum StrictJSONDecoder {
    /// The treatment of members that no container of the type requested.
    package enum UnknownMembers: Sendable {
        /// They are an error, at any depth: for requests, configuration and the journal.
        case refused
        /// They are skipped: for replies of a newer daemon.
        case ignored
    }

    /// Decodes the value as a `Value`.
    ///
    /// A member counts as known once any container requested its name, also in an attempt that
    /// failed and was caught. `alsoAllowed` lists members of the value itself that are allowed with
    /// any content without being requested. The path of an error begins at the document's root.
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

/// Why a JSON value is not of the requested type.
package struct JSONDecodingFault: Error, Hashable, Sendable {
    /// The path of the invalid or missing value from the document's root: `params.minutes`,
    /// `lines[2]`; empty for the root itself.
    package let path: String
    /// What was expected, such as `missing member` or `expected an integer`.
    package let message: String
}

extension JSONDecodingFault {
    /// The fault for an error of the type's own `init(from:)`.
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

/// Rewrites the errors of types with a fixed set of values.
enum Choices {
    /// The error in the terms of the format if the standard library made it, whose message would
    /// contain the name of the Swift type; any other unchanged.
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
