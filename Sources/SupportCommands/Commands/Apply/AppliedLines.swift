import SupportModel
import SupportWire

/// What became of one thing that a file describes, in words.
enum AppliedLines {
    /// `+ client boot: title Boot Ltd, zone UTC`, or
    /// `~ contract 3 (acme): package starter -> standard, upgrade now: 20h granted`.
    static func line(_ change: AppliedChangeView) -> StyledText {
        let mark: StyledText =
            switch change.what {
            case .added: "\("+", .good)"
            case .changed: "\("~", .warning)"
            case .unchanged: "="
            }
        let details = change.details.map { text($0, isNew: change.what == .added) }
        let all = (details + [effect(change), beside(change)]).compactMap(\.self).joined(
            separator: ", ")
        return "\(mark) \(change.kind.rawValue) \(change.name, .strong)\(owner(change)): \(all)"
    }

    private static func text(_ detail: AppliedChangeView.Detail, isNew: Bool) -> String {
        let to = detail.to ?? "nothing"
        return isNew
            ? "\(detail.field) \(to)" : "\(detail.field) \(detail.from ?? "nothing") -> \(to)"
    }

    /// When another package holds (R1).
    private static func effect(_ change: AppliedChangeView) -> String? {
        if let granted = change.granted { return "upgrade now: \(granted) granted" }
        return change.holdsFrom.map { "downgrade with the next cycle, from \($0)" }
    }

    /// That the client has another contract for the same project.
    private static func beside(_ change: AppliedChangeView) -> String? {
        change.beside.map {
            "beside contract \(Words.list($0)) for the same project (each is billed)"
        }
    }

    private static func owner(_ change: AppliedChangeView) -> String {
        let names = [change.client?.text, change.project].compactMap(\.self)
        return names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    }
}
