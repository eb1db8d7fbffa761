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
        return head.debugDescription + (scalars.count > keyScalarsMax ? "…" : "")
    }
}
