import TOMLKit

/// A kind of value that a key may have: how it is read, and what would be right.
struct Setting<Value> {
    /// For a person whose value does not fit: `an integer from 1 to 100`.
    let wanted: String
    /// The value, or what is wrong with it.
    let read: (any TOMLValueConvertible) throws(Misfit) -> Value

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
    private static let keyScalarsMax = 64

    private init(steps: [String]) {
        self.steps = steps
    }

    /// What people read.
    var text: String { steps.last ?? "" }

    /// What people write between brackets above a table at this path: `package.target` for
    /// `package[0].target`.
    var tableName: String { text.replacing(/\[[0-9]+\]/, with: "") }

    /// The table or list that this path is in; nil for the root.
    var around: SettingPath? {
        steps.isEmpty ? nil : SettingPath(steps: steps.dropLast())
    }

    /// The key of a table at this path.
    func key(_ key: String) -> SettingPath {
        step(steps.isEmpty ? Self.shown(key) : "\(text).\(Self.shown(key))")
    }

    /// The element of a list at this path, 0 for the first.
    func element(_ index: Int) -> SettingPath {
        step("\(text)[\(index)]")
    }

    private func step(_ text: @autoclosure () -> String) -> SettingPath {
        steps.count < Self.stepsMax ? SettingPath(steps: steps + [text()]) : self
    }

    /// A key as TOML writes it: bare where it can be, else in quotes.
    private static func shown(_ key: String) -> String {
        let isBare = key.utf8.allSatisfy {
            (65...90).contains($0 & 0xDF) || (48...57).contains($0) || $0 == 45 || $0 == 95
        }
        return isBare && !key.isEmpty ? String(key.prefix(keyScalarsMax)) : quoted(key)
    }

    /// A text of the user's, cut and with its control characters spelled out.
    static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let head = String(String.UnicodeScalarView(scalars.prefix(keyScalarsMax)))
        return String(reflecting: head) + (scalars.count > keyScalarsMax ? "…" : "")
    }
}

/// What may stand as a value without quotes: a boolean or a number.
///
/// TOML also has dates and times. No key of ours takes one, and over some that are nearly right
/// (`1979-05-27TT07:32:00`) the library ends the process, so they are refused before it.
enum PlainValue {
    private static let words: Set = ["true", "false", "inf", "nan", "+inf", "+nan", "-inf", "-nan"]

    /// True for a boolean, and for a number as far as its characters show.
    static func isKnown(_ text: String) -> Bool {
        if words.contains(text) { return true }
        var rest = Substring(text)
        if let sign = rest.first, "+-".contains(sign) { rest = rest.dropFirst() }
        guard let first = rest.utf8.first, isDigit(first) else { return false }
        for mark in ["0x", "0o", "0b"] where rest.hasPrefix(mark) {
            return rest.utf8.count > 2 && rest.dropFirst(2).utf8.allSatisfy(isHexadecimal)
        }
        var before = UInt8(0)
        return rest.utf8.allSatisfy { byte in
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            let mayStand = isSign ? before | 0x20 == UInt8(ascii: "e") : isDecimal(byte)
            before = byte
            return mayStand
        }
    }

    private static func isDecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte | 0x20 == UInt8(ascii: "e")
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || (97...102).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

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
