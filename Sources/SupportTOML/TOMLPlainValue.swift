/// Reads what stands without quotes: booleans and numbers; dates and times by `TOMLMoment`.
enum TOMLPlainValue {
    /// Why a plain value is none: what was expected.
    struct Misreading: Error {
        let problem: String

        init(_ problem: String) {
            self.problem = problem
        }

        /// For text that has the form of none of the kinds of value.
        static let unknown = Misreading("expected a value; a text stands in quotes")
    }

    /// What a text means that holds only letters, digits, `_`, `-`, `+`, `.`, `:` and one space.
    static func read(_ text: String) throws(Misreading) -> TOMLValue.Content {
        guard text.utf8.count <= TOMLLimits.plainValueBytesMax else {
            throw Misreading("a number has too many digits")
        }
        if let word = words[text] { return word }
        if TOMLMoment.hasForm(text) { return .moment(try TOMLMoment.read(text)) }
        return try number(text)
    }

    private static let words: [String: TOMLValue.Content] = [
        "true": .boolean(true), "false": .boolean(false), "inf": .float(.infinity),
        "+inf": .float(.infinity), "-inf": .float(-.infinity), "nan": .float(.nan),
        "+nan": .float(.nan), "-nan": .float(.nan),
    ]

    private static func number(_ text: String) throws(Misreading) -> TOMLValue.Content {
        let hasSign = text.hasPrefix("+") || text.hasPrefix("-")
        let rest = text.utf8.dropFirst(hasSign ? 1 : 0)
        for base in bases where rest.starts(with: base.mark.utf8) {
            guard !hasSign else { throw Misreading("expected no sign before \(base.mark)") }
            return .integer(try integer(rest.dropFirst(base.mark.utf8.count), in: base))
        }
        return try decimal(text, rest)
    }

    /// A way to write an integer other than in decimal digits.
    private struct Base {
        let mark: String
        let radix: Int
        let digits: String
    }

    private static let bases = [
        Base(mark: "0x", radix: 16, digits: "hexadecimal digits"),
        Base(mark: "0o", radix: 8, digits: "digits from 0 to 7"),
        Base(mark: "0b", radix: 2, digits: "digits 0 and 1"),
    ]

    private static func integer(
        _ digits: Substring.UTF8View, in base: Base
    ) throws(Misreading) -> Int {
        let isOfBase = digits.allSatisfy {
            $0 == UInt8(ascii: "_")
                || Character(Unicode.Scalar($0)).hexDigitValue.map { $0 < base.radix } ?? false
        }
        guard isOfBase, !digits.isEmpty else {
            throw Misreading("expected \(base.digits) after \(base.mark)")
        }
        try expectGroups(digits)
        return try integer(String(Substring(digits)), radix: base.radix)
    }

    private static func integer(_ digits: String, radix: Int) throws(Misreading) -> Int {
        guard let integer = Int(ungrouped(digits), radix: radix) else {
            throw Misreading("expected an integer from \(Int.min) to \(Int.max)")
        }
        return integer
    }

    /// A number in decimal digits: an integer, or with a point or an exponent a float.
    private static func decimal(
        _ text: String, _ unsigned: Substring.UTF8View
    ) throws(Misreading) -> TOMLValue.Content {
        var rest = unsigned
        let whole = takeDigits(&rest)
        let fraction = take(".", &rest) ? takeDigits(&rest) : nil
        var exponent: Substring.UTF8View?
        if take("e", &rest) || take("E", &rest) {
            if !take("-", &rest) { _ = take("+", &rest) }
            exponent = takeDigits(&rest)
        }
        guard rest.isEmpty, whole.first.map(isDigit) ?? false else { throw .unknown }
        guard whole.count == 1 || whole.first != UInt8(ascii: "0") else {
            throw Misreading("expected no 0 before the other digits of a number")
        }
        for digits in [whole, fraction, exponent] {
            if let digits { try expectGroups(digits) }
        }
        guard fraction != nil || exponent != nil else {
            return .integer(try integer(text, radix: 10))
        }
        guard let float = Double(ungrouped(text)), float.isFinite else {
            throw Misreading("expected a number between -1.8e308 and 1.8e308")
        }
        return .float(float)
    }

    private static func take(_ mark: Unicode.Scalar, _ rest: inout Substring.UTF8View) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func takeDigits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
        let digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
        rest = rest.dropFirst(digits.count)
        return digits
    }

    private static func expectGroups(_ digits: Substring.UTF8View) throws(Misreading) {
        guard !digits.isEmpty else {
            throw Misreading("expected digits on both sides of the point and after the e")
        }
        var before = UInt8(ascii: "_")
        for byte in digits {
            if byte == before, byte == UInt8(ascii: "_") { break }
            before = byte
        }
        guard before != UInt8(ascii: "_") else {
            throw Misreading("expected digits on both sides of each _ in a number")
        }
    }

    private static func ungrouped(_ digits: String) -> String {
        guard digits.utf8.contains(UInt8(ascii: "_")) else { return digits }
        return String(decoding: digits.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
