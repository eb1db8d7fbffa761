/// What a type with few values says when a value is none of them.
enum Choices {
    /// The error in the words of the format where the standard library made it, which would name the
    /// Swift type; any other as it is.
    @inline(never)
    static func told(of type: Any.Type, _ error: any Error) -> any Error {
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
