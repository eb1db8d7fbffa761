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
