/// Who caused a record: the desk itself, or a Unix user as the socket identified them.
///
/// Its text, on disk and on the wire, is `desk` or `name:uid` (`alice:1000`).
package enum Principal: Hashable, Sendable {
    /// The desk, by a rule: a cycle's end, a monitor's change.
    case desk
    /// The peer of a connection: its user number and the name of that user at the time.
    case user(uid: UInt32, name: String)
}

extension Principal {
    /// What makes two principals the same: a user is its number, whatever it was called at the time.
    package enum Identity: Hashable, Sendable {
        case desk
        case user(UInt32)
    }

    /// Who it is.
    ///
    /// Not inlined: the optimiser of Swift 6.3 fails on the switch inside of `StopTimer`.
    @inline(never) package var identity: Identity {
        switch self {
        case .desk: .desk
        case .user(let uid, _): .user(uid)
        }
    }

    /// Whether a text is the name or the number of the user.
    func isCalled(_ text: String) -> Bool {
        switch self {
        case .desk: false
        case .user(let uid, let name): name == text || "\(uid)" == text
        }
    }
}

extension Principal: LosslessStringConvertible, TextCodable {
    package var description: String {
        switch self {
        case .desk: "desk"
        case .user(let uid, let name): "\(name):\(uid)"
        }
    }

    /// Nil for a text that is neither `desk` nor `name:uid`.
    package init?(_ text: String) {
        if text == "desk" {
            self = .desk
            return
        }
        guard let mark = text.lastIndex(of: ":"),
            let uid = UInt32(digits: text[text.index(after: mark)...])
        else { return nil }
        self = .user(uid: uid, name: String(text[..<mark]))
    }

    package static let expected = "desk or name:uid"
}
