/// Why a value cannot be written as JSON.
package struct JSONEncodingFault: Error, Hashable, Sendable {
    /// The name of the nearest member, empty where there is none.
    package let member: String
    /// What is wrong with it, such as `the number is not finite`.
    package let message: String

    /// A fault at a member.
    package init(member: String, message: String) {
        self.member = member
        self.message = message
    }

    /// The fault that an error of the type's own `encode(to:)` stands for.
    init(_ error: any Error) {
        switch error {
        case let fault as JSONEncodingFault:
            self = fault
        case EncodingError.invalidValue(_, let context):
            self.init(
                member: context.codingPath.last?.stringValue ?? "",
                message: context.debugDescription)
        default:
            self.init(member: "", message: String(describing: error))
        }
    }
}

extension JSONEncodingFault: CustomStringConvertible {
    package var description: String { member.isEmpty ? message : "\(member): \(message)" }
}
