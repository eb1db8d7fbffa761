import SupportTOML

/// A kind of value that a key may have: how it is read, and what would be right.
struct Setting<Value> {
    /// For a person whose value does not fit: `an integer from 1 to 100`.
    let wanted: String
    /// The value, or what is wrong with it.
    let read: (TOMLValue) throws(Misfit) -> Value

    /// The same kind of value, turned into another.
    func map<Other>(
        wanted: String, _ transform: @escaping (Value) throws(Misfit) -> Other
    ) -> Setting<Other> {
        Setting<Other>(wanted: wanted) { (node) throws(Misfit) in
            try transform(try read(node))
        }
    }
}

/// The way to a value through tables and lists: `package[1].services[0]`.
///
/// Bounded however the file is written: long keys are cut, and steps past the eighth are dropped.
struct SettingPath: Hashable {
    /// The path after each step, as people read it.
    private let steps: [String]

    static let root = SettingPath(steps: [])

    private static let stepsMax = 8

    private init(steps: [String]) {
        self.steps = steps
    }

    /// What people read.
    var text: String { steps.last ?? "" }

    /// What people write between brackets above a table at this path: `package.target` for
    /// `package[0].target`.
    var tableName: String { text.replacing(/\[[0-9]+\]/, with: "") }

    /// The key of a table at this path.
    func key(_ key: String) -> SettingPath {
        let shown = TOMLKey(key).shown
        return step(steps.isEmpty ? shown : "\(text).\(shown)")
    }

    /// The element of a list at this path, 0 for the first.
    func element(_ index: Int) -> SettingPath {
        step("\(text)[\(index)]")
    }

    private func step(_ text: @autoclosure () -> String) -> SettingPath {
        steps.count < Self.stepsMax ? SettingPath(steps: steps + [text()]) : self
    }

    /// A text of the user's, cut and with its control characters spelled out.
    static func quoted(_ text: String) -> String {
        TOMLKey.quoted(text)
    }
}

/// Why a value does not fit, to stand after the key's name: `is a boolean`.
struct Misfit: Error {
    let problem: String
    /// In which element of a list, 0 for the first.
    var element: Int?

    init(_ problem: String, element: Int? = nil) {
        (self.problem, self.element) = (problem, element)
    }

    /// A value of another type than was wanted.
    static func type(_ value: TOMLValue) -> Misfit {
        switch value.content {
        case .table: Misfit("it is a table")
        case .list: Misfit("it is a list")
        case .text: Misfit("it is a text")
        case .integer: Misfit("it is an integer")
        case .float: Misfit("it is a number with a point")
        case .boolean: Misfit("it is a boolean")
        case .moment: Misfit("it is a date or a time")
        }
    }
}
