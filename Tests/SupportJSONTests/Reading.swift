import SupportJSON

/// The fault that reading a text ends with, nil when it is read.
func fault(_ text: String, depthMax: Int = JSONLimits.depthMax) -> JSONFault? {
    fault(Array(text.utf8), depthMax: depthMax)
}

/// The fault that reading these bytes ends with, nil when they are read.
func fault(_ bytes: [UInt8], depthMax: Int = JSONLimits.depthMax) -> JSONFault? {
    do {
        _ = try JSONDocument(bytes, depthMax: depthMax)
        return nil
    } catch {
        return error
    }
}

/// A value out of a text, unknown members refused.
func decoded<Value: Decodable>(
    _ type: Value.Type, _ text: String, alsoAllowed: [String] = []
) throws -> Value {
    try StrictJSONDecoder.decode(
        type, from: JSONDocument(text: text).root, unknownMembers: .refused,
        alsoAllowed: alsoAllowed)
}

/// What decoding a text fails with, as a person sees it; nil when it succeeds.
func decodingFault<Value: Decodable>(
    _ type: Value.Type, _ text: String, alsoAllowed: [String] = []
) throws -> String? {
    do {
        _ = try decoded(type, text, alsoAllowed: alsoAllowed)
        return nil
    } catch let fault as JSONDecodingFault {
        return fault.description
    }
}

/// The JSON of a value as text.
func encoded(_ value: some Encodable) throws -> String {
    String(decoding: try LineJSONEncoder.encode(value), as: UTF8.self)
}
