import TOMLKit

/// Why a value does not fit, to stand after the key's name: `is a boolean`.
struct Misfit: Error {
    let problem: String
    /// In which element of a list, 0 for the first.
    var element: Int?

    init(_ problem: String, element: Int? = nil) {
        self.problem = problem
        self.element = element
    }

    /// A value of another type than was wanted.
    static func type(_ node: any TOMLValueConvertible) -> Misfit {
        switch node.type {
        case .table: Misfit("it is a table")
        case .array: Misfit("it is a list")
        case .string: Misfit("it is a text")
        case .int: Misfit("it is an integer")
        case .double: Misfit("it is a number with a point")
        case .bool: Misfit("it is a boolean")
        case .date, .time, .dateTime: Misfit("it is a date or a time")
        }
    }
}
